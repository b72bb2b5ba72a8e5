using System.Collections.Immutable;
using Rollout.Storage.Ledgers;
using Rollout.Web.Jobs;

namespace Rollout.Web.Operations;

/// <summary>
/// Whether this node can do its work. Looked at once a second at most, however many ask. Our own network being out is everybody's trouble
/// and no reason to send people to another node: it is told, and the node stays.
/// </summary>
public sealed class Readiness(
    DatabaseState database, ScheduleReading schedule, FollowerState follower, NetworkState network, BoardStore boards, IHostApplicationLifetime life, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<ImmutableArray<ReadinessCheck>>? _last;
    private long _lookedAt;

    /// <summary>Looks, or tells what was just seen.</summary>
    public async Task<ReadinessView> ReadAsync(CancellationToken ct)
    {
        if (life.ApplicationStopping.IsCancellationRequested) return new(Stopping: true, []);
        Task<ImmutableArray<ReadinessCheck>> looking;
        lock (_gate)
        {
            if (_last is null || (_last.IsCompleted && time.GetElapsedTime(_lookedAt) > Fresh)) (_lookedAt, _last) = (time.GetTimestamp(), LookAsync());
            looking = _last;
        }
        var checks = await looking.WaitAsync(ct);
        return new(life.ApplicationStopping.IsCancellationRequested, checks);
    }

    private async Task<ImmutableArray<ReadinessCheck>> LookAsync()
    {
        // Beside each other: none waits for the slowest of the others.
        var scheduling = SchedulerAsync();
        var networking = NetworkAsync();
        var facts = await database.ReadAsync(CancellationToken.None);
        return
        [
            new("database", facts.Trouble is null ? CheckState.Ok : CheckState.Failed, facts),
            await scheduling,
            Follower(facts),
            new("ledger", boards.BrokenAt is null ? CheckState.Ok : CheckState.Failed, new { boards.Current.Seq, boards.BrokenAt }),
            await networking,
        ];
    }

    private ReadinessCheck Follower(DatabaseFacts facts)
    {
        // What cannot be asked is not compared: the database's own trouble is told beside.
        var lag = follower.Read(facts.Head);
        return new("follower", follower.IsFresh(lag) ? CheckState.Ok : CheckState.Failed, lag);
    }

    private async Task<ReadinessCheck> SchedulerAsync()
    {
        try
        {
            var view = await schedule.ReadAsync(CancellationToken.None).AsTask().WaitAsync(Limit, time);
            var stuck = view.Jobs.Where(j => j.Stuck).Select(j => j.Key).ToList();
            return new("scheduler", view.State == ScheduleState.Stopped || stuck.Count > 0 ? CheckState.Failed : CheckState.Ok, new { view.State, stuck });
        }
        catch (Exception e)
        {
            // Whatever it was: who asks for health is answered.
            return new("scheduler", CheckState.Failed, new { Trouble = e.GetType().Name });
        }
    }

    private async Task<ReadinessCheck> NetworkAsync()
    {
        var works = await network.ReadAsync(CancellationToken.None);
        return new("network", works == false ? CheckState.Degraded : CheckState.Ok, new { works });
    }
}
