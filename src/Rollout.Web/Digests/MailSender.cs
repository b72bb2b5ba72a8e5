using System.Net;
using System.Net.Mail;
using System.Text;

namespace Rollout.Web.Digests;

/// <summary>Hands mail to the agency's own server.</summary>
public sealed class MailSender(MailSettings settings)
{
    private const int Patience = 20_000;

    /// <summary>Sends one mail; one that its server does not take is an exception of <see cref="SmtpException"/>.</summary>
    public async Task SendAsync(string to, Digest digest, CancellationToken ct)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, Timeout = Patience };
        if (settings.User.Length > 0) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var mail = new MailMessage(settings.From, to, digest.Subject, digest.Text) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };
        // Nobody answers a machine, and no machine should either.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        await client.SendMailAsync(mail, limit.Token);
    }
}
