using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rollout.Core.Calendar;
using Rollout.Storage.Logging;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Time;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// Notices what another process wrote into the same file, by <c>PRAGMA data_version</c> every 500 ms: the one poll there is. Also keeps the
/// checkpoints of days that are over, and walks the whole chain once after the start.
/// </summary>
public sealed class LedgerFollower(
    SqliteDatabase database, StepRecorder recorder, BoardStore boards, CheckpointKeeper checkpoints, ChainCheck chain, DomainClock clock, TimeProvider time,
    ILogger<LedgerFollower> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    /// <summary>When it last looked for what others wrote, real time; null before the first look.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>How many entries the walk of the whole chain found to hold; null before its end, and when it broke.</summary>
    public long? Walked { get; private set; }

    private Task _keeping = Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var check = Task.Run(() => CheckChain(stoppingToken), CancellationToken.None);
        using var connection = database.Connect();
        using var timer = new PeriodicTimer(Poll, time);
        try
        {
            for (var seen = new Followed(-1, DateOnly.MinValue); await timer.WaitForNextTickAsync(stoppingToken);) seen = await FollowAsync(connection, seen, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
        await Task.WhenAll(check, _keeping);
    }

    private async Task<Followed> FollowAsync(SqliteConnection connection, Followed seen, CancellationToken ct)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            var version = (long)command.ExecuteScalar()!;
            if (version != seen.Version) await recorder.CatchUpAsync(ct);
            LookedAt = time.GetUtcNow();
            var today = HanoiTime.DayOf(clock.Now);
            // Beside, not within: after a large import many days want their checkpoint, and nobody shall wait for that.
            if (today != seen.Day && _keeping.IsCompleted) _keeping = Task.Run(() => KeepCheckpoints(ct), CancellationToken.None);
            return new(version, today);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it was: a service that ends takes the whole program with it.
            Log.FollowingFailed(log, e);
            return seen;
        }
    }

    private void KeepCheckpoints(CancellationToken ct)
    {
        try
        {
            checkpoints.Keep(clock.Now, ct);
        }
        catch (OperationCanceledException)
        {
            // The program stops; the next start goes on from the last one kept.
        }
        catch (Exception e)
        {
            Log.FollowingFailed(log, e);
        }
    }

    private void CheckChain(CancellationToken ct)
    {
        try
        {
            var (count, broken) = chain.Run(ct);
            if (broken is { } seq)
            {
                boards.Break(seq);
                Log.ChainBroken(log, seq);
            }
            else Log.ChainHolds(log, (Walked = count).Value);
        }
        catch (OperationCanceledException)
        {
            // The program stops before the walk is over; the next start walks again.
        }
        catch (Exception e)
        {
            Log.ChainNotWalked(log, e);
        }
    }

    private sealed record Followed(long Version, DateOnly Day);
}
