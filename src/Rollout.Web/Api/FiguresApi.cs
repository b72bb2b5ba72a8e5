using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Boards;
using Rollout.Core.Reports;
using Rollout.Core.Trends;
using Rollout.Core.Wording;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The figures of a phase: as JSON, and as records.</summary>
internal static class FiguresApi
{
    public static void MapFigures(this RouteGroupBuilder api)
    {
        api.MapGet("/programmes/{programme}/figures", Read).WithSummary("Trend, estimates, regions, durations of steps, waits and the yardstick of a phase").WithBoardQuery();
        api.MapGet("/programmes/{programme}/figures.{format}", Download).WithSummary("The figures as records: csv holds the trend, xlsx a sheet for each").WithBoardQuery();
    }

    private static Ok<object> Read(HttpContext http, FiguresReading reading)
    {
        var view = http.View();
        var figures = reading.Of(view);
        var systems = view.Programme.Systems;
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            view.AsOf,
            view.KnownOn,
            Trend = figures.Trend.Select(p => new { p.Day, p.StepsDone, Systems = Counts(p.Systems) }),
            Estimates = systems.Zip(figures.Estimates).ToDictionary(e => e.First.Key, e => e.Second is { } estimate ? new { estimate.Earliest, estimate.Latest, estimate.PerWeek } : null),
            Regions = figures.Regions.Select(r => new { r.Region, r.Participants, r.StepsDone, r.Steps, Systems = Counts(r.Systems) }),
            Durations = figures.Durations.Select(d => new
            {
                Step = d.Step.Key,
                d.Samples,
                MedianDays = Days(d.Median),
                P90Days = Days(d.P90),
                Slowest = Sample(d.Slowest),
                d.Excluded,
                d.Open,
                OpenMedianDays = Days(d.OpenMedian),
                LongestOpen = Sample(d.LongestOpen),
                d.OpenExcluded,
            }),
            Waits = new
            {
                figures.Waits.Open,
                figures.Waits.NotBegun,
                Groups = figures.Waits.Groups.Select(g => new
                {
                    g.On,
                    g.Cells,
                    g.Participants,
                    MedianDays = Days(g.Median),
                    g.Undated,
                    g.Overdue,
                    Longest = new { g.Longest.Participant.Code, g.Longest.Participant.Name, Step = g.Longest.Step.Key, Days = Days(g.Longest.For) },
                }),
            },
            Yardstick = figures.Yardstick is { } yardstick ? Timed(yardstick) : null,
        });
    }

    private static object Timed(Timeline timeline) => new
    {
        timeline.Participant.Code,
        timeline.Participant.Name,
        timeline.WholeAt,
        Steps = timeline.Steps.Select(m => new { Step = m.Step.Key, m.DoneAt, Precision = Words.Of(m.Precision) }),
    };

    private static Dictionary<string, object> Counts(IEnumerable<SystemCount> counts) =>
        counts.ToDictionary(c => c.System, c => (object)new { c.Completed, c.InProgress, c.NotStarted, c.Unknown });

    private static object? Sample(StepDuration.Sample? sample) => sample is null ? null : new { sample.Participant.Code, sample.Participant.Name, Days = Days(sample.Took) };

    private static double? Days(TimeSpan? span) => span is { } s ? Math.Round(s.TotalDays, 1) : null;

    private static IResult Download(HttpContext http, FiguresReading reading, ReportDownload download, Texts texts, string format)
    {
        var view = http.View();
        return download.Send(http, format, $"{view.Programme.Key}-{view.Phase.Key}-figures-{view.AsOf:yyyy-MM-dd}", () => FiguresReport.Of(
            view.Programme, reading.Of(view), texts["figures.heading", Texts.Of(view.Programme.Title), Texts.Of(view.Phase.Title), Texts.Moment(view.AsOf)],
            [texts["figures.trend"], texts["figures.regions"], texts["figures.durations"], texts["figures.waits"], texts["figures.yardstick"]], Texts.Language, view.AsOf));
    }
}
