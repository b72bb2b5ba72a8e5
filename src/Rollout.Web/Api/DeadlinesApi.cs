using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Deadlines;
using Rollout.Core.Wording;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>What is overdue and soon due, and who must act.</summary>
internal static class DeadlinesApi
{
    public static void MapDeadlines(this RouteGroupBuilder api) =>
        api.MapGet("/programmes/{programme}/deadlines", Read).WithSummary("What is overdue and soon due in a phase, in working days, and who must act").WithBoardQuery();

    private static Ok<object> Read(HttpContext http, DeadlineReading deadlines)
    {
        var view = http.View();
        var due = deadlines.Of(view);
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            view.AsOf,
            view.KnownOn,
            // Where nothing is declared nothing is said, which is not the same as nothing being due.
            Declared = due is not null,
            due?.Next,
            due?.Unknown,
            due?.MissingYears,
            Items = due is null ? [] : due.Items.Select(Of),
        });
    }

    private static object Of(DueItem item) => new
    {
        Kind = Words.Of(item.Kind),
        State = Words.Of(item.State),
        item.LastDay,
        WorkingDaysLate = item.State == DueState.Overdue ? item.Days : (int?)null,
        WorkingDaysLeft = item.State == DueState.Soon ? item.Days : (int?)null,
        item.Participant.Code,
        item.Participant.Name,
        Step = item.Step.Key,
        Title = Texts.Of(item.Step.Title),
        Status = Words.Of(item.Cell.Status),
        item.WaitsOn,
        item.Deadline?.Source,
    };
}
