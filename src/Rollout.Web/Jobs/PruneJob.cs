using Quartz;
using Rollout.Storage.Contents;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;

namespace Rollout.Web.Jobs;

/// <summary>Rolls probe samples up by the hour, then removes those that are too many or too old, and files that nothing names.</summary>
[DisallowConcurrentExecution]
public sealed class PruneJob(SampleHours hours, FileStore files, DomainClock clock, TimeProvider time) : IJob
{
    /// <summary>What it is called in the schedule.</summary>
    public const string Key = "prune";

    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        hours.RollUp(clock.Now);
        hours.Prune(clock.Now);
        files.PruneOrphans(time.GetUtcNow());
        return ValueTask.CompletedTask;
    }
}
