using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// Opens the ledger: the boards from their checkpoints and what came after, the chain checked from there on. The rest of the chain is
/// checked by <see cref="ChainCheck"/> while pages are already served.
/// </summary>
public sealed class LedgerOpening(RolloutDatabase database, ProgrammeCatalog catalog, BoardStore boards)
{
    /// <summary>Reads the boards into the store.</summary>
    public void Open()
    {
        using var connection = database.Connect();
        using var transaction = database.Snapshot(connection);
        var kept = catalog.All.Select(item => (Item: item, Checkpoint: Checkpoints.Find(connection, item, null, null))).ToList();
        var through = kept.Select(k => k.Checkpoint?.Seq).Min() ?? 0;
        var hash = through == 0 ? HashChain.Genesis : kept.First(k => k.Checkpoint?.Seq == through).Checkpoint!.Hash;

        // A programme without a checkpoint has few entries or none, and must not have the others read from the beginning.
        // What a checkpoint's day does not cover although it was written before its seq: entries of the day that was not over yet.
        var made = kept.ToDictionary(k => k.Item.Programme.Key, k => k.Checkpoint is not { } c
            ? Board.Empty(k.Item.Programme, k.Item.Participants).Apply(LedgerTable.Read(
                connection, "programme = @programme AND seq <= @seq ORDER BY seq", ("@programme", k.Item.Programme.Key), ("@seq", through)))
            : c.Board.Apply(LedgerTable.Read(
                connection, "programme = @programme AND at > @day AND seq <= @seq ORDER BY seq", ("@programme", k.Item.Programme.Key),
                ("@day", HanoiTime.EndOf(c.Day).ToUnixTimeMilliseconds()), ("@seq", c.Seq))));
        var seq = through;
        foreach (var entry in ChainWalk.From(connection, through, hash, boards.Break))
        {
            (seq, hash) = (entry.Seq, entry.Hash);
            if (made.TryGetValue(entry.Programme, out var board)) made[entry.Programme] = board.Apply(entry);
        }
        boards.Open(new(seq, hash, System.Collections.Immutable.ImmutableDictionary.CreateRange(made)));
    }
}
