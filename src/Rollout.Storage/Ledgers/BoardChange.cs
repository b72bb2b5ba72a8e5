using System.Collections.Immutable;
using Rollout.Core.Ledger;

namespace Rollout.Storage.Ledgers;

/// <summary>What every open page is told: the entries that came, and the boards after them.</summary>
/// <param name="Entries">New entries in order; none when only the ledger's health changed.</param>
/// <param name="Snapshot">The boards now.</param>
public sealed record BoardChange(ImmutableArray<LedgerEntry> Entries, BoardSnapshot Snapshot);
