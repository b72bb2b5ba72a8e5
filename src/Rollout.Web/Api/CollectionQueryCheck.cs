using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>The query of the lists of reports, and of the letter that asks for them; the endpoint asks once more for the present, which a past view does not know.</summary>
/// <param name="letter">Whether it is the letter's.</param>
internal sealed class CollectionQueryCheck(bool letter) : IRequestQuery
{
    /// <inheritdoc/>
    public QueryMistake? Mistake(IQueryCollection query, BoardView view) => view.Programme.Collection is not { } form ? null
        : letter ? form.Letter is null ? null : CollectionQuery.Mistake(form, name => query[name], view.AsOf)
        : CollectionQuery.Report(form, query["report"]).Mistake;
}
