using System.Collections.Immutable;
using System.Data.Common;
using System.IO.Compression;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// Boards folded in advance (rule 7): a checkpoint is (day D, through seq S), and board(t) = checkpoint + entries with <c>at ≤ t</c> and
/// (<c>at</c> &gt; D or seq &gt; S), so that late entries spoil none. A cache: throwing the table away costs time, never truth.
/// </summary>
internal static class Checkpoints
{
    /// <summary>A checkpoint as it was kept.</summary>
    internal sealed record Kept(DateOnly Day, long Seq, DateTimeOffset RecordedAt, string Hash, Board Board);

    /// <summary>The latest checkpoint of a programme that speaks of no instant after <paramref name="asOf"/> and rests on no entry written after <paramref name="knownOn"/>.</summary>
    internal static Kept? Find(DbConnection connection, ProgrammeCatalog.Item item, DateTimeOffset? asOf, DateTimeOffset? knownOn)
    {
        using var command = Usable(connection, item, asOf, knownOn, "DESC LIMIT 1");
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader, item) : null;
    }

    /// <summary>All checkpoints that serve a reading as of two instants, the earliest first; one that cannot be read is left out.</summary>
    internal static ImmutableArray<Kept> All(DbConnection connection, ProgrammeCatalog.Item item, TwoTimes times)
    {
        using var command = Usable(connection, item, times.AsOf, times.KnownOn, "");
        using var reader = command.ExecuteReader();
        var all = ImmutableArray.CreateBuilder<Kept>();
        while (reader.Read())
            if (Read(reader, item) is { } kept) all.Add(kept);
        return all.ToImmutable();
    }

    private static DbCommand Usable(DbConnection connection, ProgrammeCatalog.Item item, DateTimeOffset? asOf, DateTimeOffset? knownOn, string order)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT day, seq, recorded_at, hash, board FROM checkpoints WHERE programme = @programme AND day <= @day AND recorded_at <= @known ORDER BY day {order}";
        command.Set("@programme", item.Programme.Key);
        command.Set("@day", asOf is null ? int.MaxValue : LastWholeDay(asOf.Value).DayNumber);
        command.Set("@known", knownOn?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        return command;
    }

    private static Kept? Read(DbDataReader reader, ProgrammeCatalog.Item item) => Unpack(reader, item) is { } board
        ? new(DateOnly.FromDayNumber(reader.GetInt32(0)), reader.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)), reader.GetString(3), board)
        : null;

    /// <summary>Keeps the board at the end of a day, through an entry; nothing in it was recorded after <paramref name="recordedAt"/>.</summary>
    internal static void Keep(DbConnection connection, DateOnly day, long seq, string hash, DateTimeOffset recordedAt, Board board)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) BoardJson.Write(packed, board);
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO checkpoints (programme, day, seq, recorded_at, hash, board) VALUES (@programme, @day, @seq, @recorded, @hash, @board)
            ON CONFLICT (programme, day) DO UPDATE SET seq = excluded.seq, recorded_at = excluded.recorded_at, hash = excluded.hash, board = excluded.board
            """;
        command.Set("@programme", board.Programme.Key);
        command.Set("@day", day.DayNumber);
        command.Set("@seq", seq);
        command.Set("@recorded", recordedAt.ToUnixTimeMilliseconds());
        command.Set("@hash", hash);
        command.Set("@board", bytes.ToArray());
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Forgets checkpoints of days that are not over on the domain clock. They exist only when the clock was set back, and an entry written
    /// now would belong into them.
    /// </summary>
    internal static void Forget(DbConnection connection, DbTransaction transaction, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM checkpoints WHERE day >= @today";
        command.Set("@today", HanoiTime.DayOf(now).DayNumber);
        command.ExecuteNonQuery();
    }

    /// <summary>The last day that is over at an instant.</summary>
    internal static DateOnly LastWholeDay(DateTimeOffset instant)
    {
        var day = HanoiTime.DayOf(instant);
        return instant >= HanoiTime.EndOf(day) ? day : day.AddDays(-1);
    }

    /// <summary>The board of a checkpoint, or null when it no longer fits or cannot be read: then the ledger is folded again.</summary>
    private static Board? Unpack(DbDataReader reader, ProgrammeCatalog.Item item)
    {
        try
        {
            using var packed = new BrotliStream(reader.GetStream(4), CompressionMode.Decompress);
            return BoardJson.Read(packed, item);
        }
        catch (Exception e) when (e is not DbException)
        {
            return null;
        }
    }
}
