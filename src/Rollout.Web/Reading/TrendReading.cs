using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Trends;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Reading;

/// <summary>
/// The trend of a programme's phase. Folding the whole ledger takes time, and a day's point only ends with the day: it is folded once for
/// all pages and again when the day or a few seconds have passed.
/// </summary>
public sealed class TrendReading(LedgerReader ledger, TimeProvider time)
{
    private const int Most = 16;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(string Programme, string Phase, DateTimeOffset? KnownOn), Kept> _kept = [];

    /// <summary>The points up to an instant.</summary>
    public ImmutableArray<TrendPoint> Of(BoardView view)
    {
        var key = (view.Programme.Key, view.Phase.Key, view.KnownOn);
        var day = HanoiTime.DayOf(view.AsOf);
        if (_kept.TryGetValue(key, out var kept) && kept.Day == day && time.GetElapsedTime(kept.Stamp) < Fresh) return kept.Points;
        var empty = Board.Empty(view.Programme, view.Board.Participants);
        IEnumerable<LedgerEntry> entries = ledger.ForTrend(view.Programme.Key, view.Phase.Key);
        if (view.KnownOn is { } known) entries = entries.Where(e => e.RecordedAt <= known);
        if (_kept.Count >= Most) _kept.Clear();
        var points = Trend.Of(empty, view.Phase.Key, entries, view.AsOf);
        _kept[key] = new(day, time.GetTimestamp(), points);
        return points;
    }

    private sealed record Kept(DateOnly Day, long Stamp, ImmutableArray<TrendPoint> Points);
}
