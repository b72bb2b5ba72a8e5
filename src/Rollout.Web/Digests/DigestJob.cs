using System.Net.Mail;
using Quartz;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Digests;
using Rollout.Web.Logging;

namespace Rollout.Web.Digests;

/// <summary>
/// Reminds everybody who has an address, something to do and no objection: once on a worked day. Asked often and mostly with nothing to do, so that a
/// server that was away sends the morning's digests when it is back; each is claimed in the database first, so that no two nodes send it.
/// </summary>
[DisallowConcurrentExecution]
public sealed class DigestJob(
    AccountTable accounts, DigestBook book, DigestReading reading, MailSender sender, MailSettings settings, WorkingDays days, TimeProvider time, ILogger<DigestJob> log) : IJob
{
    /// <summary>What it is called in the schedule.</summary>
    public const string Key = "digest";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = HanoiTime.Local(time.GetUtcNow());
        if (!settings.IsTime(TimeOnly.FromTimeSpan(now.TimeOfDay)) || !days.IsWorking(HanoiTime.DayOf(now))) return;
        var (sent, failed) = (0, 0);
        foreach (var account in accounts.All())
        {
            if (account is not { Email.Length: > 0, HasPassword: true, DisabledAt: null } || !Mandate.TryParse(account.Role, out var mandate)) continue;
            if (!book.Wants(account.Id) || reading.Of(mandate, settings.PublicUrl!) is not { } digest || !book.TryClaim(account.Id, HanoiTime.DayOf(now))) continue;
            try
            {
                await sender.SendAsync(account.Email, digest, cancellationToken);
                sent++;
            }
            catch (Exception e) when (e is SmtpException or OperationCanceledException or FormatException)
            {
                // Tried again with the next run; one address that is wrong keeps nobody else waiting.
                book.Release(account.Id, HanoiTime.DayOf(now));
                Log.DigestFailed(log, e.GetType().Name, e is SmtpException { StatusCode: var status } ? $"{status}" : "");
                failed++;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        if (sent + failed > 0) Log.DigestsSent(log, sent, failed);
        if (failed > 0) throw new JobExecutionException($"{failed}");
    }
}
