using System.Collections.Immutable;
using Rollout.Core.Programmes;

namespace Rollout.Core.Collecting;

/// <summary>A report in one of its copies, with what came of every participant whom it concerns.</summary>
/// <param name="Report">The report.</param>
/// <param name="Phase">The phase, which is the copy.</param>
/// <param name="Deadline">Until when it is due; null when nothing says.</param>
/// <param name="LastDay">The last day in time.</param>
/// <param name="Receipts">What came, in official order.</param>
public sealed record CollectedCopy(CollectedReport Report, Phase Phase, Deadline? Deadline, DateOnly? LastDay, ImmutableArray<Receipt> Receipts)
{
    /// <summary>How many stand so.</summary>
    public int Count(ReceiptState state) => Receipts.Count(r => r.State == state);

    /// <summary>How many are here.</summary>
    public int Arrived => Receipts.Count(r => r.IsHere);

    /// <summary>How many are known not to be here.</summary>
    public int Missing => Receipts.Count(r => r.IsMissing);
}
