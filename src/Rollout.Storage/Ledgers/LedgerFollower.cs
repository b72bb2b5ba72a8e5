using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rollout.Core.Calendar;
using Rollout.Storage.Database;
using Rollout.Storage.Logging;
using Rollout.Storage.Time;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// Notices what another process, or another node, has written, and brings the boards up to it. Also keeps the checkpoints of days that are
/// over, and walks the whole chain once after the start.
/// </summary>
public sealed class LedgerFollower(
    RolloutDatabase database, StepRecorder recorder, BoardStore boards, CheckpointKeeper checkpoints, ChainCheck chain, DomainClock clock, TimeProvider time,
    ILogger<LedgerFollower> log) : BackgroundService
{
    private bool _behind;
    private Task _keeping = Task.CompletedTask;

    /// <summary>When it last looked for what others wrote, real time; null before the first look.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>How many entries the walk of the whole chain found to hold; null before its end, and when it broke.</summary>
    public long? Walked { get; private set; }

    /// <summary>Called whenever others may have written, once the boards are brought up to it.</summary>
    public event EventHandler? Woken;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var check = Task.Run(() => CheckChain(stoppingToken), CancellationToken.None);
        await using var watch = database.Watch(time);
        try
        {
            for (var day = DateOnly.MinValue; ;) day = await FollowAsync(watch, day, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
        await Task.WhenAll(check, _keeping);
    }

    /// <summary>Waits once, looks, and gives back the day whose predecessors have their checkpoints.</summary>
    private async Task<DateOnly> FollowAsync(IDatabaseWatch watch, DateOnly day, CancellationToken ct)
    {
        try
        {
            // What could not be read is read at the next turn, told or not.
            _behind |= await watch.WaitAsync(ct);
            if (_behind)
            {
                await recorder.CatchUpAsync(ct);
                Woken?.Invoke(this, EventArgs.Empty);
            }
            _behind = false;
            LookedAt = time.GetUtcNow();
            var today = HanoiTime.DayOf(clock.Now);
            // Beside, not within: after a large import many days want their checkpoint, and nobody shall wait for that.
            if (today != day && _keeping.IsCompleted) _keeping = Task.Run(() => KeepCheckpoints(ct), CancellationToken.None);
            return today;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it was: a service that ends takes the whole program with it.
            Log.FollowingFailed(log, e);
            return day;
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
}
