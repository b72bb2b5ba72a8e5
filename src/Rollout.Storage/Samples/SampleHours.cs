using System.Data.Common;
using System.Text.Json;
using Rollout.Core.Calendar;
using Rollout.Core.Verification;
using Rollout.Storage.Database;

namespace Rollout.Storage.Samples;

/// <summary>
/// Samples grown old: rolled up by the hour and kept five years, the raw ones removed. Everything is read without a lock and written in small
/// pieces, so that whoever probes meanwhile never waits longer than one of them.
/// </summary>
public sealed class SampleHours(RolloutDatabase database)
{
    private const int MostPerTarget = 1000;
    private const int PartSize = 2000;
    private const long Hour = 3_600_000;
    private static readonly TimeSpan Raw = TimeSpan.FromDays(14);
    private static readonly TimeSpan Rolled = TimeSpan.FromDays(5 * 365.25);

    private const string Own = $"fault_owner IN ('{FaultOwner.ParticipantSystem}', '{FaultOwner.ParticipantGateway}')";

    /// <summary>Rolls up the hours that are over, one at a time. The last whole hour waits for one more, for what is still on its way.</summary>
    /// <param name="now">The domain's present.</param>
    public void RollUp(DateTimeOffset now)
    {
        using var connection = database.Connect();
        var last = (now.ToUnixTimeMilliseconds() / Hour * Hour) - Hour;
        for (var hour = Next(connection, long.MinValue); hour is { } at && at < last; hour = Next(connection, at + Hour)) RollUp(connection, at);
    }

    /// <summary>Removes samples that are too many or too old, and hours older than five years.</summary>
    /// <param name="now">The domain's present.</param>
    public void Prune(DateTimeOffset now)
    {
        using var connection = database.Connect();
        Delete(connection, "DELETE FROM sample_hours WHERE (target_id, probe, hour) IN (SELECT target_id, probe, hour FROM sample_hours WHERE hour < @limit LIMIT @piece)", (now - Rolled).ToUnixTimeMilliseconds());
        Delete(connection, "DELETE FROM samples WHERE id IN (SELECT id FROM samples WHERE at < @limit LIMIT @piece)", (now - Raw).ToUnixTimeMilliseconds());
        foreach (var (target, limit) in Surplus(connection))
            Delete(connection, $"DELETE FROM samples WHERE id IN (SELECT id FROM samples WHERE target_id = {target} AND id <= @limit LIMIT @piece)", limit);
    }

    /// <summary>How available targets were, by target and probe.</summary>
    /// <param name="targets">Numbers of the targets.</param>
    /// <param name="now">The domain's present.</param>
    /// <param name="until">Up to which instant results count; null for all there are.</param>
    public IReadOnlyDictionary<(long Target, string Probe), Availability> Of(IReadOnlyCollection<long> targets, DateTimeOffset now, DateTimeOffset? until = null)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH t AS (SELECT value AS id FROM {database.Numbers("@targets")} AS given), counted AS (
              SELECT target_id, probe, hour AS at, passes, failures FROM t JOIN sample_hours ON target_id = t.id WHERE hour >= @month AND hour <= @until - {Hour}
              UNION ALL
              SELECT target_id, probe, at, CASE WHEN fault_owner IS NULL THEN 1 ELSE 0 END, CASE WHEN {Own} THEN 1 ELSE 0 END FROM t JOIN samples ON target_id = t.id
              WHERE at >= {database.Greater("@month", $"coalesce((SELECT max(hour) + {Hour} FROM sample_hours), 0)")} AND at <= @until)
            SELECT target_id, probe,
              sum(passes) FILTER (WHERE at >= @day), sum(failures) FILTER (WHERE at >= @day),
              sum(passes) FILTER (WHERE at >= @week), sum(failures) FILTER (WHERE at >= @week), sum(passes), sum(failures)
            FROM counted GROUP BY target_id, probe
            """;
        command.Set("@targets", JsonSerializer.Serialize(targets));
        command.Set("@until", until?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        foreach (var (name, days) in ((string, int)[])[("@day", 1), ("@week", 7), ("@month", 30)])
            command.Set(name, (now - TimeSpan.FromDays(days)).ToUnixTimeMilliseconds());
        using var reader = command.ExecuteReader();
        var found = new Dictionary<(long, string), Availability>();
        while (reader.Read()) found[(reader.GetInt64(0), reader.GetString(1))] = new(Share(reader, 2), Share(reader, 4), Share(reader, 6));
        return found;
    }

    /// <summary>What the hours say of an instant, by target and probe: its own hour, or where nobody looked within it the day up to it.</summary>
    /// <param name="targets">Numbers of the targets.</param>
    /// <param name="at">The instant.</param>
    public IReadOnlyDictionary<(long Target, string Probe), SampleSpan> At(IReadOnlyCollection<long> targets, DateTimeOffset at)
    {
        var hour = at.ToUnixTimeMilliseconds() / Hour * Hour;
        var day = HanoiTime.StartOf(HanoiTime.DayOf(at));
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT target_id, probe, max(hour) = @hour,
              sum(passes) FILTER (WHERE hour = @hour), sum(failures) FILTER (WHERE hour = @hour), sum(unseen) FILTER (WHERE hour = @hour), sum(passes), sum(failures), sum(unseen)
            FROM {database.Numbers("@targets")} t JOIN sample_hours ON target_id = t.value WHERE hour >= @day AND hour <= @hour GROUP BY target_id, probe
            """;
        command.Set("@targets", JsonSerializer.Serialize(targets));
        command.Set("@day", day.ToUnixTimeMilliseconds());
        command.Set("@hour", hour);
        using var reader = command.ExecuteReader();
        var found = new Dictionary<(long, string), SampleSpan>();
        var begins = HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(hour));
        while (reader.Read())
        {
            var own = reader.GetBoolean(2);
            var first = own ? 3 : 6;
            found[(reader.GetInt64(0), reader.GetString(1))] =
                new(own ? begins : day, own ? begins.AddMilliseconds(Hour) : begins, reader.GetInt32(first), reader.GetInt32(first + 1), reader.GetInt32(first + 2));
        }
        return found;
    }

    private static double? Share(DbDataReader reader, int at)
    {
        if (reader.IsDBNull(at)) return null;
        var (passes, failures) = (reader.GetInt64(at), reader.GetInt64(at + 1));
        return passes + failures == 0 ? null : (double)passes / (passes + failures);
    }

    /// <summary>The first hour from an instant on that has samples and is not rolled up.</summary>
    private long? Next(DbConnection connection, long from)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT min(at) / {Hour} * {Hour} FROM samples WHERE at >= {database.Greater("@from", $"coalesce((SELECT max(hour) + {Hour} FROM sample_hours), @from)")}";
        command.Set("@from", from);
        return command.Whole();
    }

    private void RollUp(DbConnection connection, long hour)
    {
        // Read first and written afterwards: the sorting must not hold the lock.
        var rows = new List<object[]>();
        using (var read = connection.CreateCommand())
        {
            read.CommandText = $"""
                SELECT target_id, probe, @hour, count(*) FILTER (WHERE fault_owner IS NULL), count(*) FILTER (WHERE {Own}), count(*) FILTER (WHERE fault_owner IS NOT NULL AND NOT ({Own})),
                  max(total_ms) FILTER (WHERE age <= (many * 50 + 99) / 100), max(total_ms) FILTER (WHERE age <= (many * 95 + 99) / 100), max(total_ms)
                FROM (SELECT *, row_number() OVER (PARTITION BY target_id, probe ORDER BY total_ms) AS age, count(*) OVER (PARTITION BY target_id, probe) AS many
                  FROM samples WHERE at >= @hour AND at < @hour + {Hour}) AS ranked
                GROUP BY target_id, probe
                """;
            read.Set("@hour", hour);
            using var reader = read.ExecuteReader();
            while (reader.Read())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
        }
        // The hour is rolled up whole or not at all: the highest one says where to go on.
        using var transaction = database.Write(connection, WriteQueue.Samples);
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO sample_hours (target_id, probe, hour, passes, failures, unseen, p50, p95, slowest) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8) ON CONFLICT DO NOTHING";
        for (var i = 0; i < 9; i++) insert.Set($"@p{i}", null);
        foreach (var row in rows)
        {
            for (var i = 0; i < 9; i++) insert.Parameters[i].Value = row[i];
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>Targets with too many samples, and up to which one they go.</summary>
    private static List<(long Target, long Limit)> Surplus(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            WITH RECURSIVE t (id) AS (
              SELECT min(target_id) FROM samples UNION ALL SELECT (SELECT min(target_id) FROM samples WHERE target_id > t.id) FROM t WHERE t.id IS NOT NULL)
            SELECT id, surplus FROM (
              SELECT id, (SELECT s.id FROM samples s WHERE s.target_id = t.id ORDER BY s.id DESC LIMIT 1 OFFSET {MostPerTarget}) AS surplus FROM t WHERE id IS NOT NULL) AS counted
            WHERE surplus IS NOT NULL
            """;
        using var reader = command.ExecuteReader();
        var found = new List<(long, long)>();
        while (reader.Read()) found.Add((reader.GetInt64(0), reader.GetInt64(1)));
        return found;
    }

    private static void Delete(DbConnection connection, string sql, long limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Set("@limit", limit);
        command.Set("@piece", PartSize);
        // Every piece is a transaction of its own; whoever waits for the lock comes in between.
        while (command.ExecuteNonQuery() == PartSize) Thread.Yield();
    }
}
