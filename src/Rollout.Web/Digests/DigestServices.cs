using Quartz;
using Rollout.Web.Jobs;

namespace Rollout.Web.Digests;

/// <summary>Reminders by mail, where <c>Mail:Host</c> turns them on.</summary>
public static class DigestServices
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Adds them, and the job beside the others.</summary>
    public static void AddDigests(this IServiceCollection services, IConfiguration configuration, bool enabled)
    {
        var settings = MailSettings.Of(configuration);
        services.AddSingleton(settings);
        if (!enabled || settings.Host is null) return;
        services.AddSingleton<DigestReading>().AddSingleton<MailSender>();
        services.AddSingleton(new ScheduledJob(DigestJob.Key));
        services.AddQuartz(quartz => quartz.ScheduleJob<DigestJob>(
            trigger => trigger.WithIdentity(DigestJob.Key).StartNow().WithSimpleSchedule(s => s.WithInterval(Every).RepeatForever()),
            job => job.WithIdentity(DigestJob.Key)));
    }
}
