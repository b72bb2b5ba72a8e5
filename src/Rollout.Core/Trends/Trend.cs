using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;

namespace Rollout.Core.Trends;

/// <summary>The ledger over time: another fold, a point a day.</summary>
public static class Trend
{
    /// <summary>
    /// The points of a phase from the first entry's day to a last day. Entries are folded in the order in which they hold, which for every
    /// cell is also the order in which they were written.
    /// </summary>
    /// <param name="empty">The programme's empty board.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="entries">The ledger's entries, in any order; other programmes' are passed over and those that change no status and state no source may be left out.</param>
    /// <param name="until">The last instant shown.</param>
    public static ImmutableArray<TrendPoint> Of(Board empty, string phase, IEnumerable<LedgerEntry> entries, DateTimeOffset until)
    {
        var points = ImmutableArray.CreateBuilder<TrendPoint>();
        var board = empty;
        DateOnly? day = null;
        foreach (var entry in entries.Where(e => e.Programme == empty.Programme.Key && e.Phase == phase && e.At <= until).OrderBy(e => e.At).ThenBy(e => e.Seq))
        {
            var entryDay = HanoiTime.DayOf(entry.At);
            for (; day < entryDay; day = day.Value.AddDays(1)) points.Add(Point(board, phase, day.Value));
            day ??= entryDay;
            board = board.Apply(entry);
        }
        for (; day <= HanoiTime.DayOf(until); day = day.Value.AddDays(1)) points.Add(Point(board, phase, day.Value));
        return points.ToImmutable();
    }

    private static TrendPoint Point(Board board, string phase, DateOnly day) => new(
        day, [.. board.Programme.Systems.Select(s => SystemCount.Of(board, s.Key, phase, HanoiTime.EndOf(day)))],
        board.Rows.Sum(r => Done(r, phase)));

    private static int Done(ParticipantProgress row, string phase)
    {
        var done = 0;
        foreach (var cell in row.In(phase))
            if (cell.Status == StepStatus.Done) done++;
        return done;
    }
}
