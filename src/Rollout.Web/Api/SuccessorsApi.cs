using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The board by those who took its participants over, the parts under each: where the parts stood, and never how far the successor is.</summary>
internal static class SuccessorsApi
{
    public static void MapSuccessors(this RouteGroupBuilder api) =>
        api.MapGet("/programmes/{programme}/successors", Read)
            .WithSummary("The board by those who took its participants over; a successor inherits nothing, so no state of its own is told").WithBoardQuery();

    private static IResult Read(HttpContext http, SuccessorReading reading, Texts texts)
    {
        var view = http.View();
        if (reading.LineageOf(view) is not { } lineage) return Problems.Unknown("successors", string.Join('+', view.Board.Participants.Keys), [], texts);
        var by = reading.Of(view)!;
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            view.AsOf,
            view.KnownOn,
            From = lineage.After.From,
            Successors = by.Groups.Select(g => new
            {
                g.Successor.Id.Set,
                g.Successor.Code,
                g.Successor.Name,
                PartsStepsDone = g.Summary.StepsDone,
                PartsSteps = g.Summary.Steps,
                Parts = g.Parts.Select(p => Of(view, p.Row)),
            }),
            Others = by.Others.Select(r => Of(view, r)),
        });
    }

    private static object Of(BoardView view, ParticipantProgress row) => new
    {
        row.Participant.Code,
        row.Participant.Name,
        StepsDone = row.DoneOf(view.Phase.Key),
        Steps = view.Programme.Steps.Where(s => row.Applies(view.Phase.Key, s)).ToDictionary(
            s => s.Key, s => row.Knows(view.Phase.Key, s.Key, view.AsOf) ? Words.Of(row[view.Phase.Key, s.Key].Status) : "unknown", StringComparer.Ordinal),
    };
}
