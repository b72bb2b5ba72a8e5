using System.Collections.Concurrent;
using System.Data.Common;
using Rollout.Core.Verification;
using Rollout.Storage.Database;

namespace Rollout.Storage.Samples;

/// <summary>The streak of every probe at every target. Comes from the samples, so that a restart loses none.</summary>
public sealed class StreakBook(RolloutDatabase database)
{
    /// <summary>How many of the latest samples that count tell a streak; thresholds are far below.</summary>
    private const int Enough = 60;

    private readonly ConcurrentDictionary<(long Target, string Probe), Streak> _streaks = [];

    /// <summary>The streak of a probe at a target.</summary>
    public Streak Of(long target, string probe) => _streaks.GetValueOrDefault((target, probe), Streak.Empty);

    /// <summary>Reads the streaks from what is stored.</summary>
    public void Open()
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT target_id, probe, at, fault_owner, fault_code, fault_detail FROM (
              SELECT *, row_number() OVER latest AS age, sum(counts) OVER latest AS counted FROM (
                SELECT *, CASE WHEN fault_owner IS NULL OR fault_owner IN ('{FaultOwner.ParticipantSystem}', '{FaultOwner.ParticipantGateway}') THEN 1 ELSE 0 END AS counts FROM samples) AS judged
              WINDOW latest AS (PARTITION BY target_id, probe ORDER BY id DESC)) AS ranked
            WHERE age = 1 OR (counts = 1 AND counted <= {Enough}) ORDER BY id
            """;
        using (var reader = command.ExecuteReader())
            while (reader.Read())
            {
                var fault = reader.IsDBNull(3) ? null : new Fault(reader.GetString(3), reader.GetString(4), reader.IsDBNull(5) ? "" : reader.GetString(5));
                Add(reader.GetInt64(0), reader.GetString(1), fault, DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)));
            }
        command.CommandText = "SELECT target_id, probe FROM first_passes";
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                _streaks.AddOrUpdate((reader.GetInt64(0), reader.GetString(1)), Streak.Empty with { EverPassed = true }, (_, s) => s with { EverPassed = true });
    }

    /// <summary>Counts a result and returns the streak after it.</summary>
    internal Streak Add(ProbeResult result) => Add(result.Target.Id, result.Probe, result.Fault, result.At);

    /// <summary>The present row of failures is somebody else's.</summary>
    internal void Forgive(long target, string probe, Fault fault) =>
        _streaks.AddOrUpdate((target, probe), _ => Streak.Empty.Forgiven(fault), (_, streak) => streak.Forgiven(fault));

    private Streak Add(long target, string probe, Fault? fault, DateTimeOffset at) =>
        _streaks.AddOrUpdate((target, probe), _ => Streak.Empty.After(fault, at), (_, streak) => streak.After(fault, at));
}
