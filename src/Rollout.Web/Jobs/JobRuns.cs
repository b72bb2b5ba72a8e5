using System.Collections.Concurrent;
using Quartz;
using Quartz.Extensibility;

namespace Rollout.Web.Jobs;

/// <summary>Watches the scheduler's jobs, so that administrators see when each last ran here, for how long, and whether it failed.</summary>
public sealed class JobRuns(TimeProvider time) : IJobListener
{
    private readonly ConcurrentDictionary<string, JobRun> _runs = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => nameof(JobRuns);

    /// <summary>The last run of a job on this node; null when it has not run here.</summary>
    public JobRun? Of(string job) => _runs.GetValueOrDefault(job);

    /// <inheritdoc/>
    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        _runs[context.JobDetail.Key.Name] = new(time.GetUtcNow(), null, null);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        // A job that swallows what went wrong, to be tried again as planned, reports it.
        var trouble = context.Result is IJobRunReport { Result: JobRunResult.Failed } report ? report.Summary : (jobException?.InnerException ?? jobException)?.GetType().Name;
        var job = context.JobDetail.Key.Name;
        if (_runs.TryGetValue(job, out var run)) _runs[job] = run with { Took = time.GetUtcNow() - run.Began, Trouble = trouble };
        return ValueTask.CompletedTask;
    }
}
