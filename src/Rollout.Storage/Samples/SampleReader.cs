using System.Data.Common;
using System.Text.Json;
using Rollout.Core.Calendar;
using Rollout.Core.Verification;
using Rollout.Storage.Database;

namespace Rollout.Storage.Samples;

/// <summary>Reads back what the probes saw.</summary>
public sealed class SampleReader(RolloutDatabase database)
{
    private const string Columns = "target_id, probe, at, fault_owner, fault_code, fault_detail, name_ms, connect_ms, tls_ms, first_byte_ms, total_ms, address, certificate_ends";

    /// <summary>The latest results of a target, newest first.</summary>
    public IReadOnlyList<ProbeSample> Latest(long target, string probe, int count) => Latest([target], count).Where(s => s.Probe == probe).ToList();

    /// <summary>The latest results of each probe at each of these targets in one reading, newest first within each.</summary>
    public IReadOnlyList<ProbeSample> Latest(IReadOnlyCollection<long> targets, int count)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        // A target has few probes: its newest rows hold enough of each, and the index gives them without sorting.
        command.CommandText = $"""
            SELECT {Columns} FROM (
              SELECT {Columns}, s.id, row_number() OVER (PARTITION BY target_id, probe ORDER BY s.id DESC) AS age
              FROM {database.Numbers("@targets")} t JOIN samples s ON s.target_id = t.value
                AND s.id >= coalesce((SELECT id FROM samples WHERE target_id = t.value ORDER BY id DESC LIMIT 1 OFFSET @rows), 0)) AS ranked
            WHERE age <= @count ORDER BY target_id, probe, id DESC
            """;
        command.Set("@targets", JsonSerializer.Serialize(targets));
        command.Set("@count", count);
        command.Set("@rows", 4 * count);
        using var reader = command.ExecuteReader();
        var samples = new List<ProbeSample>();
        while (reader.Read()) samples.Add(Read(reader));
        return samples;
    }

    /// <summary>As <see cref="Latest(IReadOnlyCollection{long}, int)"/>, of what was seen by an instant and is still kept.</summary>
    public IReadOnlyList<ProbeSample> Until(IReadOnlyCollection<long> targets, int count, DateTimeOffset until)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {Columns} FROM (
              SELECT {Columns}, s.id, row_number() OVER (PARTITION BY target_id, probe ORDER BY s.id DESC) AS age
              FROM {database.Numbers("@targets")} t JOIN samples s ON s.target_id = t.value AND s.at <= @until
                AND s.id >= coalesce((SELECT id FROM samples WHERE target_id = t.value AND at <= @until ORDER BY id DESC LIMIT 1 OFFSET @rows), 0)) AS ranked
            WHERE age <= @count ORDER BY target_id, probe, id DESC
            """;
        command.Set("@targets", JsonSerializer.Serialize(targets));
        command.Set("@count", count);
        command.Set("@rows", 4 * count);
        command.Set("@until", until.ToUnixTimeMilliseconds());
        using var reader = command.ExecuteReader();
        var samples = new List<ProbeSample>();
        while (reader.Read()) samples.Add(Read(reader));
        return samples;
    }

    /// <summary>What the other side last said at a target when a check passed, or when it did not; null when nothing was kept.</summary>
    public (DateTimeOffset At, string Said)? Answer(long target, string probe, bool passed)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT at, said FROM sample_answers WHERE target_id = @target AND probe = @probe AND passed = @passed";
        command.Set("@target", target);
        command.Set("@probe", probe);
        command.Set("@passed", passed);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (Instant(reader.GetInt64(0)), reader.GetString(1)) : null;
    }

    private static ProbeSample Read(DbDataReader row)
    {
        double? Ms(int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
        return new(
            row.GetInt64(0), row.GetString(1), Instant(row.GetInt64(2)),
            row.IsDBNull(3) ? null : new(row.GetString(3), row.GetString(4), row.IsDBNull(5) ? "" : row.GetString(5)),
            new(Ms(6), Ms(7), Ms(8), Ms(9), row.GetDouble(10)), row.IsDBNull(11) ? null : row.GetString(11), row.IsDBNull(12) ? null : Instant(row.GetInt64(12)));
    }

    private static DateTimeOffset Instant(long milliseconds) => HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
