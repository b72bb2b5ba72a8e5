using System.Globalization;
using Quartz;
using Rollout.Core.Programmes;
using Rollout.Web.Logging;
using Rollout.Web.Telemetry;

namespace Rollout.Web.Jobs;

/// <summary>One job a sweep, not one a target. A sweep that runs long is not overlapped: the next one waits and the log says so.</summary>
[DisallowConcurrentExecution]
public sealed class ProbeJob(ProbeSweep sweep, ProgrammeCatalog catalog, ILogger<ProbeJob> log) : IJob
{
    /// <summary>Name of the programme in the job's data.</summary>
    public const string ProgrammeKey = "programme";

    /// <summary>Name of the interval in the job's data, in ticks.</summary>
    public const string EveryTicks = "every";

    /// <summary>Name of the shard's number in the job's data, and of how many there are.</summary>
    public const string ShardNumber = "shard", ShardCount = "shards";

    /// <summary>What a programme's sweep of an interval is called in the schedule.</summary>
    public static string NameOf(string programme, TimeSpan every, SweepShard shard) =>
        shard.Of == 1 ? $"probe {programme} {every:c}" : $"probe {programme} {every:c} {shard.Number + 1}/{shard.Of}";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var programme = catalog.Find(context.MergedJobDataMap.GetString(ProgrammeKey))!.Programme;
        if (context.ScheduledFireTimeUtc is { } due) WebMeters.Late(programme.Key, context.FireTimeUtc - due);
        var data = context.MergedJobDataMap;
        try
        {
            await sweep.SweepAsync(programme, TimeSpan.FromTicks(Whole(data, EveryTicks)), new((int)Whole(data, ShardNumber), (int)Whole(data, ShardCount)), Since(context), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.SweepFailed(log, e, programme.Key);
            context.Result = JobRunReport.Failed(e.GetType().Name);
        }
        if (context.NextFireTimeUtc < context.FireTimeUtc + context.JobRunTime) Log.SweepLate(log);
    }

    /// <summary>The scheduler's store keeps its data as texts.</summary>
    private static long Whole(JobDataMap data, string key) => long.Parse(data.GetString(key)!, CultureInfo.InvariantCulture);

    /// <summary>When this sweep was due. One that a dead node has left half done was due before: what that node has looked at since is not looked at again.</summary>
    private static DateTimeOffset Since(IJobExecutionContext context) =>
        context.Recovering && context.MergedJobDataMap.TryGetValue(SchedulerConstants.FailedJobOriginalTriggerScheduledFireTime, out var left)
            && long.TryParse(Convert.ToString(left, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var ticks)
            ? new(ticks, TimeSpan.Zero)
            : context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
}
