using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Trends;

/// <summary>
/// Where participants wait: every open step (begun and not done) on whom it names, else on the confirmers who have not confirmed yet, else on
/// the participant itself. Each open step stands in exactly one group.
/// </summary>
/// <param name="Groups">The groups, the largest first.</param>
/// <param name="Open">How many steps are open.</param>
/// <param name="NotBegun">How many known steps nobody has begun; nobody is counted as waited on for them.</param>
public sealed record OpenWaits(ImmutableArray<WaitGroup> Groups, int Open, int NotBegun)
{
    /// <summary>Whom the open steps of a phase wait on.</summary>
    public static OpenWaits Of(Board board, string phase, DateTimeOffset asOf)
    {
        var programme = board.Programme;
        var open = new List<(string On, ImmutableArray<string> Keys, Participant Participant, StepDefinition Step, TimeSpan For, StepState Cell)>();
        var untouched = 0;
        foreach (var row in board.Rows)
            foreach (var step in programme.Steps)
            {
                var cell = row[phase, step.Key];
                if (!row.Applies(phase, step)) continue;
                if (cell.Status == StepStatus.NotStarted && row.Knows(phase, step.Key, asOf)) untouched++;
                if (cell.Status is StepStatus.NotStarted or StepStatus.Done) continue;
                var on = Attention.WaitsOn(step, cell);
                open.Add((string.Join(' ', on), on, row.Participant, step, Waited(cell, asOf), cell));
            }
        var groups = open.GroupBy(o => o.On).Select(g =>
        {
            var longest = g.MaxBy(o => o.For);
            return new WaitGroup(
                g.First().Keys, g.Count(), g.Select(o => o.Participant.Id).Distinct().Count(), Spans.Median([.. g.Where(o => o.Cell.Precision != DatePrecision.Month).Select(o => o.For).Order()]),
                g.Count(o => o.Cell.Precision == DatePrecision.Month), g.Count(o => o.For >= Attention.StuckAfter), new(longest.Participant, longest.Step, longest.For, longest.Cell.Since, longest.Cell.Precision));
        });
        return new([.. groups.OrderByDescending(g => g.Cells).ThenBy(g => string.Join(' ', g.On), StringComparer.Ordinal)], open.Count, untouched);
    }

    /// <summary>How long at least: a month is as good as its last day, so that nobody is charged with days that were not.</summary>
    private static TimeSpan Waited(StepState cell, DateTimeOffset asOf)
    {
        if (cell.Since is not { } since) return TimeSpan.Zero;
        if (cell.Precision == DatePrecision.Month)
        {
            var day = HanoiTime.DayOf(since);
            since = HanoiTime.StartOf(new DateOnly(day.Year, day.Month, 1).AddMonths(1));
        }
        return since < asOf ? asOf - since : TimeSpan.Zero;
    }
}
