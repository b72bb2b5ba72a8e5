using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>The query of the letter that reminds; the endpoint asks once more for the present, which a past view does not know.</summary>
internal sealed class ReminderQueryCheck : IRequestQuery
{
    /// <inheritdoc/>
    public QueryMistake? Mistake(IQueryCollection query, BoardView view) =>
        view.Programme.Letter is { } form ? ReminderQuery.Read(view, form, name => query[name], view.AsOf).Mistakes.FirstOrDefault() : null;
}
