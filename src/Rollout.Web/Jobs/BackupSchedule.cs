using System.Globalization;
using Quartz;
using Rollout.Core.Calendar;
using Rollout.Storage.Backups;

namespace Rollout.Web.Jobs;

/// <summary>Backups by the clock, where <c>Backup:Folder</c> asks for them.</summary>
public static class BackupSchedule
{
    /// <summary>Adds what makes backups, and the job beside the others.</summary>
    public static void AddBackups(this IServiceCollection services, IConfiguration configuration, bool enabled)
    {
        var settings = BackupSettings.Of(configuration);
        services.AddSingleton(settings).AddSingleton<BackupMaker>();
        if (!enabled || settings.Folder is null) return;
        // Hà Nội keeps its distance from UTC all year; UTC is the one zone that every machine knows.
        var at = settings.At.Add(-HanoiTime.Offset);
        services.AddSingleton(new ScheduledJob(BackupJob.NameOf(settings)));
        services.AddQuartz(quartz => quartz.ScheduleJob<BackupJob>(
            trigger => trigger.WithIdentity(BackupJob.NameOf(settings)).WithCronSchedule(string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * ?"), c => c.InTimeZone(TimeZoneInfo.Utc)),
            job => job.WithIdentity(BackupJob.NameOf(settings))));
    }
}
