using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Trends;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Reading;

/// <summary>
/// The figures of a view. What is read off the board is made each time; how long steps take is folded from the whole ledger once for all
/// readers, again when the ledger has grown and some time has passed, or the day is another. A fold that took long is left alone for longer: a
/// ledger of a million entries takes seconds, and may not keep a core busy only to move a median by an hour.
/// </summary>
public sealed class FiguresReading(TrendLedger ledger, TrendReading trend, BoardStore boards, TimeProvider time)
{
    private const int Most = 16;
    private const int Rest = 20;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<(string Programme, string Phase, DateTimeOffset? AsOf, DateTimeOffset? KnownOn), Kept> _kept = [];

    /// <summary>The figures of a view.</summary>
    public Figures Of(BoardView view) => Figures.Of(view.Board, view.Phase.Key, view.AsOf, trend.Of(view), Durations(view));

    private ImmutableArray<StepDuration> Durations(BoardView view)
    {
        var key = (view.Programme.Key, view.Phase.Key, view.Live ? (DateTimeOffset?)null : view.AsOf, view.KnownOn);
        var (day, head) = (HanoiTime.DayOf(view.AsOf), boards.Current.Seq);
        if (Find() is { } kept) return kept.Durations;
        // One folds, the others wait for it rather than fold the same.
        lock (_gate)
        {
            if (Find() is { } made) return made.Durations;
            var begun = time.GetTimestamp();
            IEnumerable<LedgerEntry> entries = ledger.Between(view.Programme.Key, view.Phase.Key, 0, head, null);
            if (view.KnownOn is { } known) entries = entries.Where(e => e.RecordedAt <= known);
            var durations = StepDurations.Of(view.Programme, view.Board.Participants, view.Phase.Key, entries, view.AsOf);
            if (_kept.Count >= Most) _kept.Clear();
            _kept[key] = new(day, head, time.GetTimestamp(), time.GetElapsedTime(begun), durations);
            return durations;
        }

        Kept? Find() => _kept.TryGetValue(key, out var found) && found.Day == day
            && (found.Head == head || time.GetElapsedTime(found.Stamp) < (found.Cost * Rest > Fresh ? found.Cost * Rest : Fresh)) ? found : null;
    }

    private sealed record Kept(DateOnly Day, long Head, long Stamp, TimeSpan Cost, ImmutableArray<StepDuration> Durations);
}
