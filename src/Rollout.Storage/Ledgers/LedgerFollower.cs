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
    SqliteDatabase database, StepRecorder recorder, BoardStore boards, LedgerOpening opening, ChainCheck chain, DomainClock clock, TimeProvider time,
    ILogger<LedgerFollower> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

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
        await check;
    }

    private async Task<Followed> FollowAsync(SqliteConnection connection, Followed seen, CancellationToken ct)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            var version = (long)command.ExecuteScalar()!;
            if (version != seen.Version) await recorder.CatchUpAsync(ct);
            var today = HanoiTime.DayOf(clock.Now);
            if (today != seen.Day) opening.KeepCheckpoints(clock.Now);
            return new(version, today);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it was: a service that ends takes the whole program with it.
            Log.FollowingFailed(log, e);
            return seen;
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
            else Log.ChainHolds(log, count);
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
