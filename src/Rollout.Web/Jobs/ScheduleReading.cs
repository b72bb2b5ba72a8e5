using System.Collections.Immutable;
using Quartz;

namespace Rollout.Web.Jobs;

/// <summary>
/// Reads the scheduler for those who look after it: its jobs, when they ran and will, and which nodes share them. What the scheduler's store tells is
/// the same on every node; how long a run took only the node knows that ran it.
/// </summary>
public sealed class ScheduleReading(IServiceProvider services, JobRuns runs, SweepStates sweeps, TimeProvider time)
{
    /// <summary>For so long after the start of the program the scheduler may still be on its way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly long _began = time.GetTimestamp();

    /// <summary>Reads it.</summary>
    public async ValueTask<ScheduleView> ReadAsync(CancellationToken ct)
    {
        // A node that only shows has no scheduler at all.
        if (services.GetService<ISchedulerFactory>() is not { } factory) return new(ScheduleState.Off, [], []);
        var scheduler = await factory.GetScheduler(ct);
        var state = scheduler.Status switch
        {
            SchedulerStatus.Running => ScheduleState.Running,
            SchedulerStatus.Created when time.GetElapsedTime(_began) < Patience => ScheduleState.Starting,
            _ => ScheduleState.Stopped,
        };
        if (scheduler.Status is SchedulerStatus.ShuttingDown or SchedulerStatus.Shutdown) return new(state, [], []);
        var triggers = await scheduler.QueryTriggers(new TriggerQuery(), ct);
        var nodes = await scheduler.QueryClusterNodes(ct);
        return new(
            state,
            // What somebody starts by hand has a trigger of its own beside the schedule's.
            [.. triggers.Items.Where(t => t.Key.Name == t.JobKey.Name).Select(t => LineOf(t, state)).OrderBy(j => j.Key, StringComparer.Ordinal)],
            [.. nodes.Select(n => new NodeLine(n.InstanceId, n.IsCurrentNode, n.State != ClusterNodeState.Failed, n.LastCheckInUtc))]);
    }

    private JobLine LineOf(TriggerHeader trigger, ScheduleState state)
    {
        var job = trigger.JobKey.Name;
        var every = trigger is { PreviousFireTimeUtc: { } last, NextFireTimeUtc: { } next } ? next - last : (TimeSpan?)null;
        var here = runs.Of(job);
        return new(job, every, trigger.PreviousFireTimeUtc, trigger.NextFireTimeUtc, here, state == ScheduleState.Running && IsStuck(trigger, job, every, here));
    }

    /// <summary>A job is stuck when the scheduler gave it up, when nobody began it although it was due, or when it runs and nothing of it moves.</summary>
    private bool IsStuck(TriggerHeader trigger, string job, TimeSpan? every, JobRun? here)
    {
        if (trigger.State == TriggerState.Error) return true;
        var now = time.GetUtcNow();
        var patience = every > Patience ? every.Value : Patience;
        if (here is { Took: null }) return now - (sweeps.MovedAt(job) is { } moved && moved > here.Began ? moved : here.Began) > patience * 2;
        // Another node runs it, and says itself when it is stuck.
        if (trigger.State is TriggerState.Blocked or TriggerState.Executing) return false;
        return now - trigger.NextFireTimeUtc > patience;
    }
}
