using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Trends;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Reading;

/// <summary>
/// The trend of a programme's phase: folded once for all pages, and from then on only what is new. The past is its beginning; what was known
/// on an earlier day is folded by itself, and the last few of those are kept.
/// </summary>
public sealed class TrendReading(LedgerReader ledger, BoardStore boards, TimeProvider time)
{
    private const int Kept = 8;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Programme, string Phase), Going> _going = [];
    private readonly Dictionary<(string Programme, string Phase, DateTimeOffset KnownOn, DateOnly Day), ImmutableArray<TrendPoint>> _known = [];

    /// <summary>The points up to the view's instant; the last of them may be a few seconds old.</summary>
    public ImmutableArray<TrendPoint> Of(BoardView view)
    {
        lock (_gate) return view.KnownOn is { } known ? Known(view, known) : Continued(view).Until(view.AsOf);
    }

    private TrendFold Continued(BoardView view)
    {
        var key = (view.Programme.Key, view.Phase.Key);
        var head = boards.Current.Seq;
        var going = _going.GetValueOrDefault(key) ?? new(new(Empty(view), view.Phase.Key), 0, 0);
        if (going.Seq == head || (going.Seq > 0 && time.GetElapsedTime(going.Stamp) < Fresh)) return going.Fold;
        var fresh = ledger.ForTrend(view.Programme.Key, view.Phase.Key, going.Seq, head, null);
        // Whoever reports what holds since an earlier day opens that day again, and all that follow.
        if (!fresh.IsEmpty && fresh.Min(e => HanoiTime.DayOf(e.At)) is var day && day < going.Fold.Open)
            fresh = ledger.ForTrend(view.Programme.Key, view.Phase.Key, 0, head, going.Fold.BackTo(day));
        foreach (var entry in fresh.OrderBy(e => e.At).ThenBy(e => e.Seq)) going.Fold.Add(entry);
        _going[key] = going with { Seq = head, Stamp = time.GetTimestamp() };
        return going.Fold;
    }

    private ImmutableArray<TrendPoint> Known(BoardView view, DateTimeOffset known)
    {
        var key = (view.Programme.Key, view.Phase.Key, known, HanoiTime.DayOf(view.AsOf));
        if (_known.TryGetValue(key, out var kept)) return kept;
        if (_known.Count >= Kept) _known.Clear();
        return _known[key] = Trend.Of(
            Empty(view), view.Phase.Key, ledger.ForTrend(view.Programme.Key, view.Phase.Key, 0, long.MaxValue, null).Where(e => e.RecordedAt <= known), view.AsOf);
    }

    private static Board Empty(BoardView view) => Board.Empty(view.Programme, view.Board.Participants);

    private sealed record Going(TrendFold Fold, long Seq, long Stamp);
}
