using Quartz;
using Rollout.Storage.Contents;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;

namespace Rollout.Web.Jobs;

/// <summary>Removes probe samples that are too many or too old, and files that nothing names.</summary>
[DisallowConcurrentExecution]
public sealed class PruneJob(ProbeSamples samples, FileStore files, DomainClock clock, TimeProvider time) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        samples.Prune(clock.Now);
        files.PruneOrphans(time.GetUtcNow());
        return ValueTask.CompletedTask;
    }
}
