using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using Quartz;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;

namespace Rollout.Web.Jobs;

/// <summary>Every job and when it runs: the one file to change if another scheduler takes Quartz's place.</summary>
public static class JobSchedule
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(10);

    /// <summary>Adds the jobs; they start once the first page can be served. <c>Jobs:Enabled</c> turns them off, for a node that only shows.</summary>
    public static void AddJobs(this IServiceCollection services, ProgrammeCatalog catalog, SweepSettings settings, StorageOptions storage, bool enabled)
    {
        services.AddSweeps(settings).AddSingleton<ProbeRuns>().AddSingleton<JobRuns>().AddSingleton<ScheduleReading>();
        if (!enabled) return;
        services.AddHostedService(p => p.GetRequiredService<OthersResults>());
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(s => s.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.AddJobListener(p => p.GetRequiredService<JobRuns>());
            if (storage.Provider == StorageProvider.Postgres) Share(quartz, storage);
            foreach (var (programme, every, shard) in Sweeps(catalog, settings))
                quartz.ScheduleJob<ProbeJob>(
                    trigger => trigger.WithIdentity(ProbeJob.NameOf(programme, every, shard)).UsingJobData(ProbeJob.ProgrammeKey, programme)
                        .UsingJobData(ProbeJob.EveryTicks, Text(every.Ticks)).UsingJobData(ProbeJob.ShardNumber, Text(shard.Number)).UsingJobData(ProbeJob.ShardCount, Text(shard.Of))
                        .StartNow().WithSimpleSchedule(s => s.WithInterval(every).RepeatForever()),
                    job => job.WithIdentity(ProbeJob.NameOf(programme, every, shard)).RequestRecovery());
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
        if (storage.Provider == StorageProvider.Sqlite) return;
        // Whoever starts later finds the schedule as the first has made it, and does not begin it anew.
        services.Configure<QuartzOptions>(o => o.Scheduling.IgnoreDuplicates = true);
        services.AddHostedService(p => new ScheduleTidying(p.GetRequiredService<ISchedulerFactory>(), Names(catalog, settings, p.GetServices<ScheduledJob>()).ToFrozenSet(StringComparer.Ordinal)));
    }

    private static IEnumerable<(string Programme, TimeSpan Every, SweepShard Shard)> Sweeps(ProgrammeCatalog catalog, SweepSettings settings) =>
        from programme in catalog.All.Select(p => p.Programme)
        where !programme.Probes.IsEmpty
        from every in settings.Intervals(programme)
        from number in Enumerable.Range(0, settings.Shards)
        select (programme.Key, every, new SweepShard(number, settings.Shards));

    private static IEnumerable<string> Names(ProgrammeCatalog catalog, SweepSettings settings, IEnumerable<ScheduledJob> others) =>
        Sweeps(catalog, settings).Select(s => ProbeJob.NameOf(s.Programme, s.Every, s.Shard)).Append(PruneJob.Key).Concat(others.Select(j => j.Key));

    /// <summary>
    /// The schedule is in the database, and the nodes share it: each job runs on one of them. A node that was not heard of for seven seconds is
    /// dead, and the others take up what it has left.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Share(IQuartzBuilder quartz, StorageOptions storage)
    {
        // One at a time, and none long before it is due: whoever came first would take all the shards of this sweep, and those of the next as well.
        quartz.ConfigureScheduler(s => (s.InstanceName, s.InstanceId, s.MaxBatchSize, s.IdleWaitTime) = ("rollout", NodeLine.Own, 1, TimeSpan.FromSeconds(1)));
        quartz.UsePersistentStore(store =>
        {
            store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
            store.UsePostgres(NpgsqlFactory.Instance, storage.Connection);
            store.ProvisionSchema();
            store.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)));
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
