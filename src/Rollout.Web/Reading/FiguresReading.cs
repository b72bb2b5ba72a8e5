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
/// once for all readers, again when the ledger has grown and some time has passed, or the day is another. A fold that took long is left alone
/// for longer: a ledger of a million entries takes seconds, and may not keep a core busy only to move a line by a pixel.
/// </summary>
public sealed class FiguresReading(LedgerReader ledger, BoardStore boards, TimeProvider time)
{
    private const int Most = 16;
    private const int Rest = 20;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
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
        if (Find() is { } kept) return kept;
        // One folds, the others wait for it rather than fold the same.
        lock (_gate)
        {
            if (Find() is { } made) return made;
            var begun = time.GetTimestamp();
            IEnumerable<LedgerEntry> entries = ledger.ForTrend(view.Programme.Key, view.Phase.Key);
            if (view.KnownOn is { } known) entries = entries.Where(e => e.RecordedAt <= known);
            var empty = Board.Empty(view.Programme, view.Board.Participants);
            var trend = Trend.Of(empty, view.Phase.Key, entries, view.AsOf);
            var durations = StepDurations.Of(view.Programme, view.Board.Participants, view.Phase.Key, entries, view.AsOf);
            if (_kept.Count >= Most) _kept.Clear();
            return _kept[key] = new(day, head, time.GetTimestamp(), time.GetElapsedTime(begun), trend, durations);
        }

        Kept? Find() => _kept.TryGetValue(key, out var found) && found.Day == day
            && (found.Head == head || time.GetElapsedTime(found.Stamp) < (found.Cost * Rest > Fresh ? found.Cost * Rest : Fresh)) ? found : null;
    }

    private sealed record Kept(DateOnly Day, long Head, long Stamp, TimeSpan Cost, ImmutableArray<TrendPoint> Trend, ImmutableArray<StepDuration> Durations);
}
