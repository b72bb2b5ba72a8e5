using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rollout.Core.Verification;
using Rollout.Storage.Database;
using Rollout.Storage.Logging;
using Rollout.Storage.Telemetry;

namespace Rollout.Storage.Samples;

/// <summary>
/// Keeps probe results: counted in memory at once, written in batches by plain ADO.NET. Only changes of status or verification go to the
/// ledger; these are what they rest on. How long they stay is <see cref="SampleHours"/>' affair.
/// </summary>
public sealed class ProbeSamples(RolloutDatabase database, StreakBook streaks, ILogger<ProbeSamples> log) : BackgroundService
{
    private static readonly TimeSpan AnswerEvery = TimeSpan.FromMinutes(10);

    private readonly Dictionary<(long Target, string Probe, bool Passed), (string? Code, DateTimeOffset At)> _answers = [];
    private readonly HashSet<(long Target, string Probe)> _passed = [];
    private readonly Channel<ProbeResult> _queue = Channel.CreateBounded<ProbeResult>(20_000);
    private readonly Lock _writing = new();

    /// <summary>How many results wait to be written.</summary>
    public int Waiting => _queue.Reader.Count;

    /// <summary>Keeps a result and returns the streak after it.</summary>
    public async ValueTask<Streak> AddAsync(ProbeResult result, CancellationToken ct)
    {
        var streak = streaks.Add(result);
        await _queue.Writer.WriteAsync(result, ct);
        return streak;
    }

    /// <summary>
    /// Puts faults that were kept as the participants' own on whoever turned out to have them (rule 4), here and in the streaks, so that a
    /// restart does not bring them back.
    /// </summary>
    /// <param name="places">Where they showed.</param>
    /// <param name="owner">Whose they are.</param>
    public void Forgive(IReadOnlyCollection<(long Target, string Probe)> places, string owner)
    {
        // What still waits to be written would be missed.
        Flush();
        lock (_writing)
        {
            using var connection = database.Connect();
            using var transaction = database.Write(connection, WriteQueue.Samples);
            using var update = Prepare(connection, transaction, $"""
                UPDATE samples SET fault_owner = @p1 WHERE target_id = @p2 AND probe = @p3 AND at >= @p4
                  AND fault_owner IN ('{FaultOwner.ParticipantSystem}', '{FaultOwner.ParticipantGateway}')
                """, 4);
            foreach (var (target, probe) in places)
                if (streaks.Of(target, probe) is { FailingSince: { } since, Last: { } fault })
                {
                    Run(update, owner, target, probe, since.ToUnixTimeMilliseconds());
                    streaks.Forgive(target, probe, fault with { Owner = owner });
                }
            transaction.Commit();
        }
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
            catch (DbException e)
            {
                // Samples are no truth: a batch that cannot be written is lost and said so; the ledger refuses its own changes by itself.
                StorageMeters.Lose(batch.Count);
                streaks.Lose(batch);
                Log.SamplesLost(log, e);
            }
        }
    }

    private void Write(List<ProbeResult> batch)
    {
        using var connection = database.Connect();
        using var transaction = database.Write(connection, WriteQueue.Samples);
        using var insert = Prepare(connection, transaction, """
            INSERT INTO samples (target_id, probe, at, fault_owner, fault_code, fault_detail, name_ms, connect_ms, tls_ms, first_byte_ms, total_ms, address, certificate_ends)
            VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)
            """, 13);
        using var pass = Prepare(connection, transaction, "INSERT INTO first_passes (target_id, probe, at) VALUES (@p1, @p2, @p3) ON CONFLICT DO NOTHING", 3);
        using var answer = Prepare(connection, transaction, """
            INSERT INTO sample_answers (target_id, probe, passed, at, said) VALUES (@p1, @p2, @p3, @p4, @p5)
            ON CONFLICT (target_id, probe, passed) DO UPDATE SET at = excluded.at, said = excluded.said
            """, 5);
        foreach (var result in batch)
        {
            if (IsNews(result)) Run(answer, result.Target.Id, result.Probe, result.Passed, result.At.ToUnixTimeMilliseconds(), result.Said);
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

    /// <summary>Answers are long and mostly the same: kept when the verdict is another one, and else now and then.</summary>
    private bool IsNews(ProbeResult result)
    {
        if (result.Said is null) return false;
        var key = (result.Target.Id, result.Probe, result.Passed);
        var turned = _answers.TryGetValue((key.Id, key.Probe, !key.Passed), out var other) && _answers.TryGetValue(key, out var mine) && other.At > mine.At;
        if (!turned && _answers.TryGetValue(key, out var last) && last.Code == result.Fault?.Code && result.At - last.At < AnswerEvery) return false;
        _answers[key] = (result.Fault?.Code, result.At);
        return true;
    }

    private static DbCommand Prepare(DbConnection connection, DbTransaction transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++) command.Set($"@p{i}", null);
        return command;
    }

    private static void Run(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
