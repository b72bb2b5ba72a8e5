using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>
/// Metadata of an endpoint whose query has words of its own. <see cref="ReadingFilter"/> asks it before it asks who is there, since the
/// contract refuses a wrong query (400) first of all.
/// </summary>
internal interface IRequestQuery
{
    /// <summary>The first word that is wrong.</summary>
    QueryMistake? Mistake(IQueryCollection query, BoardView view);
}
