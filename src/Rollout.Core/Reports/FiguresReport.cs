using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Trends;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The figures as plain records: csv prints the trend, a workbook holds every one on its own sheet.</summary>
public static class FiguresReport
{
    /// <summary>The document.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="heading">The line above.</param>
    /// <param name="sheets">Five names: trend, regions, durations, waits, the yardstick's timeline.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="asOf">The instant of the reading.</param>
    public static ReportDocument Of(Programme programme, Figures figures, string heading, ImmutableArray<string> sheets, string language, DateTimeOffset asOf) => new(
        heading, language, asOf, [new ReportBlock.Paragraph(heading, ReportStyle.Heading)],
        [
            new(sheets[0], ["day", "system", "completed", "inProgress", "notStarted", "unknown", "stepsDone"], [.. figures.Trend.SelectMany(Trend)]),
            new(sheets[1], ["region", "participants", "system", "completed", "inProgress", "notStarted", "unknown", "stepsDone", "steps"], [.. figures.Regions.SelectMany(Region)]),
            new(
                sheets[2], ["step", "samples", "medianDays", "p90Days", "slowestDays", "slowestCode", "excluded", "open", "openMedianDays", "longestOpenDays", "longestOpenCode", "openExcluded"],
                [.. figures.Durations.Select(Duration)]),
            new(sheets[3], ["on", "cells", "participants", "medianDays", "undated", "overdue", "longestDays", "longestCode", "longestStep"], [.. figures.Waits.Groups.Select(Wait)]),
            new(sheets[4], ["code", "name", "step", "doneOn", "precision"], figures.Yardstick is { } yardstick ? [.. yardstick.Steps.Select(m => Mark(yardstick, m))] : []),
        ]);

    private static IEnumerable<ImmutableArray<ReportCell>> Trend(TrendPoint point) => point.Systems.Select(s => (ImmutableArray<ReportCell>)
    [
        Day(point.Day), new(s.System), ReportCell.Of(s.Completed), ReportCell.Of(s.InProgress), ReportCell.Of(s.NotStarted), ReportCell.Of(s.Unknown), ReportCell.Of(point.StepsDone),
    ]);

    private static IEnumerable<ImmutableArray<ReportCell>> Region(RegionCount region) => region.Systems.Select(s => (ImmutableArray<ReportCell>)
    [
        new(region.Region), ReportCell.Of(region.Participants), new(s.System), ReportCell.Of(s.Completed), ReportCell.Of(s.InProgress), ReportCell.Of(s.NotStarted),
        ReportCell.Of(s.Unknown), ReportCell.Of(region.StepsDone), ReportCell.Of(region.Steps),
    ]);

    private static ImmutableArray<ReportCell> Duration(StepDuration step) =>
    [
        new(step.Step.Key), ReportCell.Of(step.Samples), Days(step.Median), Days(step.P90), Days(step.Slowest?.Took), new(step.Slowest?.Participant.Code ?? ""), ReportCell.Of(step.Excluded),
        ReportCell.Of(step.Open), Days(step.OpenMedian), Days(step.LongestOpen?.Took), new(step.LongestOpen?.Participant.Code ?? ""), ReportCell.Of(step.OpenExcluded),
    ];

    private static ImmutableArray<ReportCell> Wait(WaitGroup group) =>
    [
        new(string.Join(' ', group.On)), ReportCell.Of(group.Cells), ReportCell.Of(group.Participants), Days(group.Median), ReportCell.Of(group.Undated), ReportCell.Of(group.Overdue),
        Days(group.Longest.For), new(group.Longest.Participant.Code), new(group.Longest.Step.Key),
    ];

    private static ImmutableArray<ReportCell> Mark(Timeline timeline, Timeline.DoneStep mark) =>
    [
        new(timeline.Participant.Code), new(timeline.Participant.Name), new(mark.Step.Key), mark.DoneAt is { } at ? Day(HanoiTime.DayOf(at)) : new(""), new(Words.Of(mark.Precision)),
    ];

    private static ReportCell Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static ReportCell Days(TimeSpan? span) => span is { } s ? new(s.TotalDays.ToString("0.0", CultureInfo.InvariantCulture)) : new("");
}
