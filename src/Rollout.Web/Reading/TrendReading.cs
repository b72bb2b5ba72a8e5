using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Trends;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Reading;

/// <summary>
/// The trend of a programme's phase: folded once for all pages, and from then on only what is new. The past is its beginning; what was known
/// on an earlier day is folded by itself, and the last few of those are kept.
/// </summary>
public sealed class TrendReading(TrendLedger ledger, BoardStore boards, TimeProvider time)
{
    private const int Kept = 8;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Programme, string Phase), LastFold> _going = [];
    private readonly Dictionary<(string Programme, string Phase, DateTimeOffset KnownOn, DateOnly Day), ImmutableArray<TrendPoint>> _known = [];

    /// <summary>The points up to the view's instant. The last is the board's own, so that no chart contradicts the numbers beside it.</summary>
    public ImmutableArray<TrendPoint> Of(BoardView view)
    {
        ImmutableArray<TrendPoint> points;
        lock (_gate) points = view.KnownOn is { } known ? Known(view, known) : Continued(view).Until(view.AsOf);
        return points.IsEmpty ? points : points.SetItem(points.Length - 1, TrendPoint.Of(view.Board, view.Phase.Key, points[^1].Day, view.AsOf));
    }

    private TrendFold Continued(BoardView view)
    {
        var key = (view.Programme.Key, view.Phase.Key);
        var head = boards.Current.Seq;
        if (_going.GetValueOrDefault(key) is not { } going)
        {
            var (fold, seq) = ledger.Fold(key.Item1, key.Item2, TwoTimes.All);
            _going[key] = new(fold, seq, time.GetTimestamp());
            return fold;
        }
        if (going.Seq >= head) return going.Fold;
        var fresh = ledger.Between(key.Item1, key.Item2, going.Seq, head, null);
        // Whoever reports what holds since an earlier day opens that day again, and all that follow: not at every entry of a busy hour.
        var late = !fresh.IsEmpty && HanoiTime.DayOf(fresh[0].At) < going.Fold.Open;
        if (late && time.GetElapsedTime(going.Stamp) < Fresh) return going.Fold;
        if (late) fresh = ledger.Between(key.Item1, key.Item2, 0, head, going.Fold.BackTo(HanoiTime.DayOf(fresh[0].At)));
        foreach (var entry in fresh) going.Fold.Add(entry);
        _going[key] = going with { Seq = head, Stamp = late ? time.GetTimestamp() : going.Stamp };
        return going.Fold;
    }

    private ImmutableArray<TrendPoint> Known(BoardView view, DateTimeOffset known)
    {
        var key = (view.Programme.Key, view.Phase.Key, known, HanoiTime.DayOf(view.AsOf));
        if (_known.TryGetValue(key, out var kept)) return kept;
        if (_known.Count >= Kept) _known.Clear();
        return _known[key] = ledger.Fold(view.Programme.Key, view.Phase.Key, view.Times).Fold.Until(view.AsOf);
    }

    private sealed record LastFold(TrendFold Fold, long Seq, long Stamp);
}
