using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;

namespace Rollout.Storage.Ledgers;

/// <summary>What came of a command: its entries, or the refusal.</summary>
/// <param name="Entries">What was written; none when it was so already.</param>
/// <param name="Refusal">Why nothing was written.</param>
public sealed record Recorded(ImmutableArray<LedgerEntry> Entries, Refusal? Refusal)
{
    internal static Recorded Refused(Refusal refusal) => new([], refusal);
}
