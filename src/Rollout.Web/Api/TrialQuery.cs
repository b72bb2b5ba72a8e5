using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A query that may say that nothing shall be kept. A word that is neither yes nor no would be taken for no, and kept what was to be tried.</summary>
internal sealed class TrialQuery : IRequestQuery
{
    private const string Word = "dryRun";
    private const string Yes = "true";
    private const string No = "false";

    /// <inheritdoc/>
    public QueryMistake? Mistake(IQueryCollection query, BoardView view) =>
        query[Word].ToString() is var said && said is "" or Yes or No ? null : new(Word, "unknown", said, [Yes, No], NotFound: false);

    /// <summary>Whether it is only tried.</summary>
    public static bool IsTrial(HttpContext http) => http.Request.Query[Word] == Yes;
}
