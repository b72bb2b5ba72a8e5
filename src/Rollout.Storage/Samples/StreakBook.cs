using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Rollout.Core.Calendar;
using Rollout.Core.Verification;
using Rollout.Storage.Database;

namespace Rollout.Storage.Samples;

/// <summary>The streak of every probe at every target. Comes from the samples, so that a restart loses none.</summary>
public sealed class StreakBook(RolloutDatabase database)
{
    /// <summary>How many of the latest samples that count tell a streak; thresholds are far below.</summary>
    private const int Enough = 60;

    private const int MostAtOnce = 20_000;

    private readonly ConcurrentDictionary<(long Target, string Probe, long At), bool> _own = [];
    private readonly ConcurrentDictionary<(long Target, string Probe), Streak> _streaks = [];
    private long _through;

    /// <summary>The streak of a probe at a target.</summary>
    public Streak Of(long target, string probe) => _streaks.GetValueOrDefault((target, probe), Streak.Empty);

    /// <summary>Reads the streaks from what is stored.</summary>
    public void Open()
    {
        using var connection = database.Connect();
        using var transaction = database.Snapshot(connection);
        _through = Last(connection);
        foreach (var (place, streak) in Read(connection, [])) _streaks[place] = streak;
    }

    /// <summary>Reads the streaks of some targets anew: another node has put their faults on somebody else.</summary>
    public void Reopen(IReadOnlyCollection<long> targets)
    {
        if (targets.Count == 0) return;
        using var connection = database.Connect();
        foreach (var (place, streak) in Read(connection, targets)) _streaks[place] = streak;
    }

    /// <summary>The results that other nodes have written since the last time, counted; own ones are passed over.</summary>
    /// <param name="targets">The targets as they are now; results of others say nothing any more.</param>
    public IReadOnlyList<ProbeResult> Follow(IReadOnlyCollection<ProbeTarget> targets)
    {
        var byNumber = targets.ToDictionary(t => t.Id);
        var found = new List<ProbeResult>();
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, target_id, probe, at, fault_owner, fault_code, fault_detail FROM samples WHERE id > @after ORDER BY id LIMIT @most";
        command.Set("@after", _through);
        command.Set("@most", MostAtOnce);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            _through = reader.GetInt64(0);
            var (target, probe, at) = (reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3));
            if (_own.TryRemove((target, probe, at), out _) || !byNumber.TryGetValue(target, out var place)) continue;
            var result = new ProbeResult(place, probe, HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(at)), FaultOf(reader, 4), new(null, null, null, null, 0), null, null);
            Add(_streaks, target, probe, result.Fault, result.At);
            found.Add(result);
        }
        return found;
    }

    /// <summary>Own results that could not be written are not waited for.</summary>
    internal void Lose(IEnumerable<ProbeResult> results)
    {
        foreach (var result in results) _own.TryRemove(Mark(result), out _);
    }

    /// <summary>Counts a result and returns the streak after it.</summary>
    internal Streak Add(ProbeResult result)
    {
        if (database.Provider == StorageProvider.Postgres) _own[Mark(result)] = true;
        return Add(_streaks, result.Target.Id, result.Probe, result.Fault, result.At);
    }

    /// <summary>The present row of failures is somebody else's.</summary>
    internal void Forgive(long target, string probe, Fault fault) =>
        _streaks.AddOrUpdate((target, probe), _ => Streak.Empty.Forgiven(fault), (_, streak) => streak.Forgiven(fault));

    private Dictionary<(long Target, string Probe), Streak> Read(DbConnection connection, IReadOnlyCollection<long> targets)
    {
        var streaks = new ConcurrentDictionary<(long Target, string Probe), Streak>();
        using var command = connection.CreateCommand();
        // All samples of a large installation take their time.
        command.CommandTimeout = 300;
        var which = targets.Count == 0 ? "" : $"WHERE target_id IN (SELECT value FROM {database.Numbers("@targets")} AS given)";
        if (targets.Count > 0) command.Set("@targets", JsonSerializer.Serialize(targets));
        command.CommandText = $"""
            SELECT target_id, probe, at, fault_owner, fault_code, fault_detail FROM (
              SELECT *, row_number() OVER latest AS age, sum(counts) OVER latest AS counted FROM (
                SELECT *, CASE WHEN fault_owner IS NULL OR fault_owner IN ('{FaultOwner.ParticipantSystem}', '{FaultOwner.ParticipantGateway}') THEN 1 ELSE 0 END AS counts FROM samples {which}) AS judged
              WINDOW latest AS (PARTITION BY target_id, probe ORDER BY id DESC)) AS ranked
            WHERE age = 1 OR (counts = 1 AND counted <= {Enough}) ORDER BY id
            """;
        using (var reader = command.ExecuteReader())
            while (reader.Read()) Add(streaks, reader.GetInt64(0), reader.GetString(1), FaultOf(reader, 3), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)));
        command.CommandText = $"SELECT target_id, probe FROM first_passes {which}";
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                streaks.AddOrUpdate((reader.GetInt64(0), reader.GetString(1)), Streak.Empty with { EverPassed = true }, (_, s) => s with { EverPassed = true });
        return streaks.ToDictionary();
    }

    private static long Last(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(id) FROM samples";
        return command.Whole() ?? 0;
    }

    private static (long, string, long) Mark(ProbeResult result) => (result.Target.Id, result.Probe, result.At.ToUnixTimeMilliseconds());

    private static Fault? FaultOf(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : new(row.GetString(column), row.GetString(column + 1), row.IsDBNull(column + 2) ? "" : row.GetString(column + 2));

    private static Streak Add(ConcurrentDictionary<(long Target, string Probe), Streak> streaks, long target, string probe, Fault? fault, DateTimeOffset at) =>
        streaks.AddOrUpdate((target, probe), _ => Streak.Empty.After(fault, at), (_, streak) => streak.After(fault, at));
}
