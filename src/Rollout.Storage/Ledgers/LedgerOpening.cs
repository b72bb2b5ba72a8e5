using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// Opens the ledger: the boards from their checkpoints and what came after, the chain checked from there on. The rest of the chain is
/// checked by <see cref="ChainCheck"/> while pages are already served.
/// </summary>
public sealed class LedgerOpening(SqliteDatabase database, ProgrammeCatalog catalog, BoardStore boards)
{
    /// <summary>How many entries of one programme may follow a checkpoint before a new one is worth its place.</summary>
    private const int WorthAnother = 500;

    /// <summary>Reads the boards into the store.</summary>
    public void Open()
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        var kept = catalog.All.Select(item => (Item: item, Checkpoint: Checkpoints.Find(connection, item, null, null))).ToList();
        var through = kept.Count == 0 || kept.Exists(k => k.Checkpoint is null) ? 0 : kept.Min(k => k.Checkpoint!.Seq);
        var hash = through == 0 ? HashChain.Genesis : kept.First(k => k.Checkpoint!.Seq == through).Checkpoint!.Hash;

        // What a checkpoint's day does not cover although it was written before its seq: entries of the day that was not over yet.
        var made = kept.ToDictionary(k => k.Item.Programme.Key, k => k.Checkpoint is not { } c
            ? Board.Empty(k.Item.Programme, k.Item.Participants)
            : c.Board.Apply(LedgerTable.Read(
                connection, "programme = $programme AND at > $day AND seq <= $seq ORDER BY seq", ("$programme", k.Item.Programme.Key),
                ("$day", HanoiTime.EndOf(c.Day).ToUnixTimeMilliseconds()), ("$seq", c.Seq))));
        var seq = through;
        foreach (var entry in ChainWalk.From(connection, through, hash, boards.Break))
        {
            (seq, hash) = (entry.Seq, entry.Hash);
            if (made.TryGetValue(entry.Programme, out var board)) made[entry.Programme] = board.Apply(entry);
        }
        boards.Open(new(seq, hash, System.Collections.Immutable.ImmutableDictionary.CreateRange(made)));
    }

    /// <summary>Keeps checkpoints for the last day that is over, where enough has happened since the ones before.</summary>
    /// <param name="now">The domain's present.</param>
    public void KeepCheckpoints(DateTimeOffset now)
    {
        var day = HanoiTime.DayOf(now).AddDays(-1);
        if (boards.BrokenAt is not null) return;
        using var connection = database.Connect();
        foreach (var item in catalog.All)
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            var last = LastKept(connection, item.Programme.Key);
            var head = LedgerTable.Head(connection, transaction);
            if (last.Day >= day.DayNumber || head.Seq - last.Seq < WorthAnother) continue;
            var before = Checkpoints.Find(connection, item, null, null);
            var end = HanoiTime.EndOf(day).ToUnixTimeMilliseconds();
            var fresh = before is null
                ? LedgerTable.Read(connection, "programme = $programme AND at <= $end ORDER BY seq", ("$programme", item.Programme.Key), ("$end", end))
                : LedgerTable.Read(
                    connection, "programme = $programme AND at <= $end AND (at > $day OR seq > $seq) ORDER BY seq", ("$programme", item.Programme.Key),
                    ("$end", end), ("$day", HanoiTime.EndOf(before.Day).ToUnixTimeMilliseconds()), ("$seq", before.Seq));
            var board = before?.Board ?? Board.Empty(item.Programme, item.Participants);
            // Later than now when the clock was set back: whoever asks what was known on an earlier day must not be given it.
            var recorded = before?.RecordedAt > now ? before.RecordedAt : now;
            foreach (var entry in fresh)
            {
                board = board.Apply(entry);
                if (entry.RecordedAt > recorded) recorded = entry.RecordedAt;
            }
            transaction.Dispose();
            Checkpoints.Keep(connection, day, head.Seq, head.Hash, recorded, board);
        }
    }

    private static (int Day, long Seq) LastKept(Microsoft.Data.Sqlite.SqliteConnection connection, string programme)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT day, seq FROM checkpoints WHERE programme = $programme ORDER BY day DESC LIMIT 1";
        command.Parameters.AddWithValue("$programme", programme);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), reader.GetInt64(1)) : (0, 0);
    }
}
