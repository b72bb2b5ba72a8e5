using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;

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
        var fold = new TrendFold(empty, phase);
        foreach (var entry in entries.Where(e => e.Programme == empty.Programme.Key && e.Phase == phase && e.At <= until).OrderBy(e => e.At).ThenBy(e => e.Seq)) fold.Add(entry);
        return fold.Until(until);
    }
}
