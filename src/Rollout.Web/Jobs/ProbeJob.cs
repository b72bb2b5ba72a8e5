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

    /// <summary>What a programme's sweep of an interval is called in the schedule.</summary>
    public static string NameOf(string programme, TimeSpan every) => $"probe {programme} {every:c}";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var programme = catalog.Find(context.MergedJobDataMap.GetString(ProgrammeKey))!.Programme;
        if (context.ScheduledFireTimeUtc is { } due) WebMeters.Late(programme.Key, context.FireTimeUtc - due);
        try
        {
            await sweep.SweepAsync(programme, TimeSpan.FromTicks(context.MergedJobDataMap.GetLong(EveryTicks)), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.SweepFailed(log, e, programme.Key);
            context.Result = JobRunReport.Failed(e.GetType().Name);
        }
        if (context.NextFireTimeUtc < context.FireTimeUtc + context.JobRunTime) Log.SweepLate(log);
    }
}
