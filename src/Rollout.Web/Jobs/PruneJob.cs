using Quartz;
using Rollout.Storage.Contents;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;

namespace Rollout.Web.Jobs;

/// <summary>Rolls probe samples up by the hour, then removes those that are too many or too old, files that nothing names, and lines of the security log that are old enough.</summary>
[DisallowConcurrentExecution]
public sealed class PruneJob(SampleHours hours, FileStore files, LogKeeping log, DomainClock clock, TimeProvider time) : IJob
{
    /// <summary>What it is called in the schedule.</summary>
    public const string Key = "prune";

    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        hours.RollUp(clock.Now);
        hours.Prune(clock.Now);
        files.PruneOrphans(time.GetUtcNow());
        log.Prune();
        return ValueTask.CompletedTask;
    }
}
