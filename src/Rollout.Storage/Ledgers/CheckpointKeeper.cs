using System.Data.Common;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// Keeps checkpoints for the days that are over, also for those that passed while nobody kept any. Each rests on what was written by the end
/// of its day and on nothing later, so that it serves whoever asks what was known then.
/// </summary>
public sealed class CheckpointKeeper(RolloutDatabase database, ProgrammeCatalog catalog, BoardStore boards)
{
    /// <summary>How many entries of one programme make a new checkpoint worth its place; more where a board is large.</summary>
    private const int WorthAnother = 500;

    /// <summary>Cells of a board for each entry that must follow.</summary>
    private const int CellsAnEntry = 20;

    /// <summary>Entries read at a time, so that no reading stands in the way of those who write.</summary>
    private const int Together = 20_000;

    /// <summary>Keeps what is worth keeping.</summary>
    /// <param name="now">The domain's present: today is not over.</param>
    /// <param name="ct">Ends it between two days.</param>
    public void Keep(DateTimeOffset now, CancellationToken ct = default)
    {
        foreach (var item in catalog.All)
            if (boards.BrokenAt is null) Keep(item, now, ct);
    }

    private void Keep(ProgrammeCatalog.Item item, DateTimeOffset now, CancellationToken ct)
    {
        var yesterday = HanoiTime.DayOf(now).AddDays(-1);
        var worth = Math.Max(WorthAnother, item.Participants.Count * item.Programme.Steps.Length * item.Programme.Phases.Length / CellsAnEntry);
        using var connection = database.Connect();
        if (!IsWorthReading(connection, item.Programme.Key, yesterday, worth)) return;
        var before = Checkpoints.Find(connection, item, null, null);
        var board = before?.Board ?? Board.Empty(item.Programme, item.Participants);
        var (kept, fresh) = (before?.Day ?? DateOnly.MinValue, 0);
        var (lastAt, recorded) = (DateTimeOffset.MinValue, before?.RecordedAt ?? DateTimeOffset.MinValue);
        var head = LedgerTable.Head(connection);
        var setBack = SetBack(connection, before?.Seq ?? 0, head.Seq);
        foreach (var entry in Following(connection, item.Programme.Key, before, head.Seq))
        {
            KeepBefore(HanoiTime.DayOf(entry.RecordedAt).AddDays(-1), entry.Seq - 1, entry.PreviousHash);
            board = board.Apply(entry);
            fresh++;
            if (entry.At > lastAt) lastAt = entry.At;
            if (entry.RecordedAt > recorded) recorded = entry.RecordedAt;
        }
        KeepBefore(yesterday, head.Seq, head.Hash);

        // A clock that was set back wrote later times before, or will write a day's entries once more: such a day is left out.
        void KeepBefore(DateOnly day, long seq, string hash)
        {
            if (day <= kept || day > yesterday || fresh < worth || lastAt > HanoiTime.EndOf(day) || recorded > HanoiTime.EndOf(day)
                || setBack.Exists(s => s.Seq > seq && s.Day <= day)) return;
            ct.ThrowIfCancellationRequested();
            Checkpoints.Keep(connection, day, seq, hash, recorded, board);
            (kept, fresh) = (day, 0);
        }
    }

    /// <summary>The entries that a checkpoint has not, in the order of their writing: those of days after its own, and those written after it.</summary>
    private static IEnumerable<LedgerEntry> Following(DbConnection connection, string programme, Checkpoints.Kept? before, long head)
    {
        if (before is not null)
            foreach (var entry in LedgerTable.Read(
                connection, "programme = @programme AND at > @day AND seq <= @seq ORDER BY seq", ("@programme", programme),
                ("@day", HanoiTime.EndOf(before.Day).ToUnixTimeMilliseconds()), ("@seq", before.Seq)).ToList())
                yield return entry;
        for (var after = before?.Seq ?? 0; after < head;)
        {
            var some = LedgerTable.Read(
                connection, "programme = @programme AND seq > @after AND seq <= @head ORDER BY seq LIMIT @limit",
                ("@programme", programme), ("@after", after), ("@head", head), ("@limit", Together)).ToList();
            foreach (var entry in some) yield return entry;
            if (some.Count < Together) yield break;
            after = some[^1].Seq;
        }
    }

    /// <summary>Where an entry was written on an earlier day than some entry before it.</summary>
    private static List<(long Seq, DateOnly Day)> SetBack(DbConnection connection, long after, long head)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT seq, recorded_at FROM ledger WHERE seq > @after AND seq <= @head ORDER BY seq";
        command.Set("@after", after);
        command.Set("@head", head);
        using var reader = command.ExecuteReader();
        var found = new List<(long, DateOnly)>();
        var (endOfLast, day) = (0L, (long)TimeSpan.FromDays(1).TotalMilliseconds);
        while (reader.Read())
        {
            var written = reader.GetInt64(1);
            if (written <= endOfLast - day) found.Add((reader.GetInt64(0), HanoiTime.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(written))));
            if (written <= endOfLast) continue;
            endOfLast = HanoiTime.EndOf(HanoiTime.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(written))).ToUnixTimeMilliseconds();
        }
        return found;
    }

    private static bool IsWorthReading(DbConnection connection, string programme, DateOnly yesterday, int worth)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT day, seq FROM checkpoints WHERE programme = @programme ORDER BY day DESC LIMIT 1";
        command.Set("@programme", programme);
        var (day, seq) = (0, 0L);
        using (var reader = command.ExecuteReader())
            if (reader.Read()) (day, seq) = (reader.GetInt32(0), reader.GetInt64(1));
        return day < yesterday.DayNumber && LedgerTable.Head(connection).Seq - seq >= worth;
    }
}
