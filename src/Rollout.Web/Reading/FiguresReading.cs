using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Trends;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Reading;

/// <summary>
/// The figures of a view. What is read off the board is made each time; what is folded from the whole ledger (the trend, how long steps take)
/// once for all readers, again when the ledger has grown and some seconds have passed, or the day is another.
/// </summary>
public sealed class FiguresReading(LedgerReader ledger, BoardStore boards, TimeProvider time)
{
    private const int Most = 16;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(string Programme, string Phase, DateTimeOffset? AsOf, DateTimeOffset? KnownOn), Kept> _kept = [];

    /// <summary>The figures of a view.</summary>
    public Figures Of(BoardView view)
    {
        var kept = Folded(view);
        return Figures.Of(view.Board, view.Phase.Key, view.AsOf, kept.Trend, kept.Durations);
    }

    private Kept Folded(BoardView view)
    {
        var key = (view.Programme.Key, view.Phase.Key, view.Live ? (DateTimeOffset?)null : view.AsOf, view.KnownOn);
        var (day, head) = (HanoiTime.DayOf(view.AsOf), boards.Current.Seq);
        if (_kept.TryGetValue(key, out var kept) && kept.Day == day && (kept.Head == head || time.GetElapsedTime(kept.Stamp) < Fresh)) return kept;
        IEnumerable<LedgerEntry> entries = ledger.ForTrend(view.Programme.Key, view.Phase.Key);
        if (view.KnownOn is { } known) entries = entries.Where(e => e.RecordedAt <= known);
        var empty = Board.Empty(view.Programme, view.Board.Participants);
        if (_kept.Count >= Most) _kept.Clear();
        return _kept[key] = new(
            day, head, time.GetTimestamp(), Trend.Of(empty, view.Phase.Key, entries, view.AsOf),
            StepDurations.Of(view.Programme, view.Board.Participants, view.Phase.Key, entries, view.AsOf));
    }

    private sealed record Kept(DateOnly Day, long Head, long Stamp, ImmutableArray<TrendPoint> Trend, ImmutableArray<StepDuration> Durations);
}
