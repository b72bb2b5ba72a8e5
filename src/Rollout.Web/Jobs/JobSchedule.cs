using Quartz;
using Rollout.Core.Programmes;

namespace Rollout.Web.Jobs;

/// <summary>Every job and when it runs: the one file to change if another scheduler takes Quartz's place.</summary>
public static class JobSchedule
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(10);

    /// <summary>Adds the jobs; they start once the first page can be served. <c>Jobs:Enabled</c> turns them off, for a node that only shows.</summary>
    public static void AddJobs(this IServiceCollection services, ProgrammeCatalog catalog, SweepSettings settings, bool enabled)
    {
        services.AddSweeps(settings).AddSingleton<ProbeRuns>().AddSingleton<JobRuns>().AddSingleton<ScheduleReading>();
        if (!enabled) return;
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(s => s.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.AddJobListener(p => p.GetRequiredService<JobRuns>());
            foreach (var programme in catalog.All.Select(p => p.Programme).Where(p => !p.Probes.IsEmpty))
                foreach (var every in settings.Intervals(programme))
                    quartz.ScheduleJob<ProbeJob>(
                        trigger => trigger.WithIdentity(ProbeJob.NameOf(programme.Key, every)).UsingJobData(ProbeJob.ProgrammeKey, programme.Key)
                            .UsingJobData(ProbeJob.EveryTicks, every.Ticks).StartNow().WithSimpleSchedule(s => s.WithInterval(every).RepeatForever()),
                        job => job.WithIdentity(ProbeJob.NameOf(programme.Key, every)));
            quartz.ScheduleJob<PruneJob>(
                trigger => trigger.WithIdentity(PruneJob.Key).StartNow().WithSimpleSchedule(s => s.WithInterval(PruneEvery).RepeatForever()), job => job.WithIdentity(PruneJob.Key));
        });
        services.AddQuartzHostedService(o =>
        {
            o.AwaitApplicationStarted = true;
            // The first pages go first: whoever restarts a server waits for them, not for a sweep.
            o.StartDelay = TimeSpan.FromSeconds(1);
            // A sweep under way is told to stop and waited for, so that what it saw is written.
            o.WaitForJobsToComplete = true;
        });
    }
}
