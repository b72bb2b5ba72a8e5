using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;

namespace Rollout.Storage.Ledgers;

/// <summary>The boards of all programmes as of one entry of the ledger.</summary>
/// <param name="Seq">The entry.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Boards">By programme.</param>
public sealed record BoardSnapshot(long Seq, string Hash, ImmutableDictionary<string, Board> Boards)
{
    /// <summary>The snapshot after an entry, which must be the next.</summary>
    internal BoardSnapshot Apply(LedgerEntry entry) => new(
        entry.Seq, entry.Hash, Boards.TryGetValue(entry.Programme, out var board) ? Boards.SetItem(entry.Programme, board.Apply(entry)) : Boards);
}
