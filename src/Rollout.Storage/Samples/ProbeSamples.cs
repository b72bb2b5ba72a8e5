using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rollout.Core.Verification;
using Rollout.Storage.Logging;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Samples;

/// <summary>
/// Keeps probe results: counted in memory at once, written in batches by plain ADO.NET. Only changes of status or verification go to the
/// ledger; these are what they rest on. At most 1,000 a target and 14 days.
/// </summary>
public sealed class ProbeSamples(SqliteDatabase database, StreakBook streaks, ILogger<ProbeSamples> log) : BackgroundService
{
    private const int MostPerTarget = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private readonly HashSet<(long Target, string Probe)> _passed = [];
    private readonly Channel<ProbeResult> _queue = Channel.CreateBounded<ProbeResult>(20_000);
    private readonly Lock _writing = new();

    /// <summary>Keeps a result and returns the streak after it.</summary>
    public async ValueTask<Streak> AddAsync(ProbeResult result, CancellationToken ct)
    {
        var streak = streaks.Add(result);
        await _queue.Writer.WriteAsync(result, ct);
        return streak;
    }

    /// <summary>The latest results of a target, newest first.</summary>
    public IReadOnlyList<ProbeSample> Latest(long target, string probe, int count)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT at, fault_owner, fault_code, fault_detail, total_ms, address, certificate_ends FROM samples
            WHERE target_id = $target AND probe = $probe ORDER BY id DESC LIMIT $count
            """;
        command.Parameters.AddWithValue("$target", target);
        command.Parameters.AddWithValue("$probe", probe);
        command.Parameters.AddWithValue("$count", count);
        using var reader = command.ExecuteReader();
        var samples = new List<ProbeSample>();
        while (reader.Read())
            samples.Add(new(
                Instant(reader.GetInt64(0)),
                reader.IsDBNull(1) ? null : new(reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? "" : reader.GetString(3)),
                reader.GetDouble(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.IsDBNull(6) ? null : Instant(reader.GetInt64(6))));
        return samples;
    }

    /// <summary>Removes samples that are too many or too old.</summary>
    /// <param name="now">The domain's present.</param>
    public void Prune(DateTimeOffset now)
    {
        using var connection = database.Connect();
        SqliteDatabase.Execute(connection, $"""
            DELETE FROM samples WHERE at < {(now - Longest).ToUnixTimeMilliseconds()};
            DELETE FROM samples WHERE id IN (
              SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY target_id ORDER BY id DESC) AS age FROM samples) WHERE age > {MostPerTarget});
            """);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Here and not where the running ends: a host that stops at once never lets it begin.
        Flush();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken)) Flush();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops; what still waits is written by StopAsync.
        }
    }

    private void Flush()
    {
        lock (_writing)
        {
            // Taken out first: a batch that cannot be written is lost once, and not tried for ever.
            var batch = new List<ProbeResult>();
            while (_queue.Reader.TryRead(out var result)) batch.Add(result);
            if (batch.Count == 0) return;
            try
            {
                Write(batch);
            }
            catch (SqliteException e)
            {
                // Samples are no truth: a batch that cannot be written is lost and said so; the ledger refuses its own changes by itself.
                Log.SamplesLost(log, e);
            }
        }
    }

    private void Write(List<ProbeResult> batch)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var insert = Prepare(connection, transaction, """
            INSERT INTO samples (target_id, probe, at, fault_owner, fault_code, fault_detail, name_ms, connect_ms, tls_ms, first_byte_ms, total_ms, address, certificate_ends)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """, 13);
        using var pass = Prepare(connection, transaction, "INSERT INTO first_passes (target_id, probe, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", 3);
        foreach (var result in batch)
        {
            Run(insert,
                result.Target.Id, result.Probe, result.At.ToUnixTimeMilliseconds(), result.Fault?.Owner, result.Fault?.Code, result.Fault?.Detail,
                result.Timings.Name, result.Timings.Connect, result.Timings.Tls, result.Timings.FirstByte, result.Timings.Total, result.Address,
                result.CertificateEnds?.ToUnixTimeMilliseconds());
            if (result.Passed && !_passed.Contains((result.Target.Id, result.Probe))) Run(pass, result.Target.Id, result.Probe, result.At.ToUnixTimeMilliseconds());
        }
        transaction.Commit();
        // Only now, so that a first pass that was lost with its batch is written with the next one.
        _passed.UnionWith(batch.Where(r => r.Passed).Select(r => (r.Target.Id, r.Probe)));
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Parameters.Add(new SqliteParameter($"${i}", null));
        return command;
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(Core.Calendar.HanoiTime.Offset);
}
