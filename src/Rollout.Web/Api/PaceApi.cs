using Rollout.Core.Measures;
using Rollout.Core.Wording;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>At which pace a measure's figures go, and who will miss its target by the programme's deadline.</summary>
internal static class PaceApi
{
    public static void MapPace(this RouteGroupBuilder api) =>
        api.MapGet("/programmes/{programme}/measures/{measure}/pace", Read)
            .WithSummary("On which day each participant reaches the target of a measure at its present pace, and whether that is in time").WithBoardQuery();

    private static IResult Read(HttpContext http, PaceReading reading, Texts texts, string measure)
    {
        var view = http.View();
        if (view.Programme.FindMeasure(measure) is not { } found) return Problems.Unknown("measure", measure, view.Programme.Measures.Select(m => m.Key), texts);
        var paces = reading.Of(view, found);
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            view.AsOf,
            view.KnownOn,
            Measure = found.Key,
            LastDay = reading.LastDay(view),
            FigurePace.Window,
            Counts = Enum.GetValues<PaceState>().ToDictionary(Words.Of, s => paces.Count(p => p.State == s), StringComparer.Ordinal),
            Participants = paces.Select(p => new
            {
                p.Participant.Code,
                p.Participant.Name,
                State = Words.Of(p.State),
                Last = p.Last is { } last ? new { last.Period.From, last.Period.To, last.Value } : null,
                p.Target,
                PerWeek = p.PerWeek is { } perWeek ? Math.Round(perWeek, found.Decimals + 1) : (decimal?)null,
                ReachesOn = p.On,
            }),
        });
    }
}
