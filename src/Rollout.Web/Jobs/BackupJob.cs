using System.Data.Common;
using System.Globalization;
using Quartz;
using Rollout.Storage.Backups;
using Rollout.Web.Logging;

namespace Rollout.Web.Jobs;

/// <summary>Makes the day's backup and removes those that are no longer kept. One that fails is told in the log and beside the backups; the next is tried as planned.</summary>
[DisallowConcurrentExecution]
public sealed class BackupJob(BackupMaker maker, BackupSettings settings, ILogger<BackupJob> log) : IJob
{
    /// <summary>Its name in the scheduler: another time of day is another job.</summary>
    public static string NameOf(BackupSettings settings) => string.Create(CultureInfo.InvariantCulture, $"backup {settings.At:HH:mm}");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var outcome = await maker.MakeAsync(settings.Wish(settings.Folder!), cancellationToken);
            if (outcome.Manifest is not { } made) throw new JobExecutionException($"{outcome.Why}");
            Log.BackedUp(log, outcome.Path!, made.LedgerSeq, made.Bytes, outcome.Removed);
        }
        catch (Exception e) when (e is JobExecutionException or IOException or UnauthorizedAccessException or DbException)
        {
            Log.NotBackedUp(log, e);
            throw e as JobExecutionException ?? new JobExecutionException(e);
        }
    }
}
