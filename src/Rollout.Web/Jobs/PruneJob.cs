using Quartz;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;

namespace Rollout.Web.Jobs;

/// <summary>Removes probe samples that are too many or too old.</summary>
[DisallowConcurrentExecution]
public sealed class PruneJob(ProbeSamples samples, DomainClock clock) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        samples.Prune(clock.Now);
        return ValueTask.CompletedTask;
    }
}
