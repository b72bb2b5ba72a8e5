using System.Collections.Frozen;
using Quartz;

namespace Rollout.Web.Jobs;

/// <summary>Removes jobs from the shared schedule that no programme has any more: another interval, or another number of shards, is another job.</summary>
internal sealed class ScheduleTidying(ISchedulerFactory factory, FrozenSet<string> known) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await factory.GetScheduler(stoppingToken);
        var jobs = await scheduler.QueryTriggers(new TriggerQuery(), stoppingToken);
        foreach (var job in jobs.Items.Select(t => t.JobKey).Distinct().Where(k => !known.Contains(k.Name))) await scheduler.DeleteJob(job, stoppingToken);
    }
}
