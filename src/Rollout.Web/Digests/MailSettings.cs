using System.Globalization;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Rollout.Web.Digests;

/// <summary>How mail is sent: <c>Mail:…</c>. Without a host none is, and nothing of it wakes.</summary>
/// <param name="Host">The server that takes it; null when none is sent.</param>
/// <param name="Port">Its port.</param>
/// <param name="Tls">Whether it is asked for TLS (STARTTLS) before anything is said.</param>
/// <param name="From">Who writes.</param>
/// <param name="User">The account there; empty when it asks for none.</param>
/// <param name="Password">Its password.</param>
/// <param name="PublicUrl">Where links lead: this installation as people reach it.</param>
/// <param name="At">From which time of day, in Hà Nội, the day's digests go out.</param>
/// <param name="QuietFrom">From when on nobody is written to.</param>
/// <param name="QuietUntil">Until when.</param>
public sealed record MailSettings(string? Host, int Port, bool Tls, string From, string User, string Password, Uri? PublicUrl, TimeOnly At, TimeOnly QuietFrom, TimeOnly QuietUntil)
{
    private const string Clock = "HH:mm";

    /// <summary>Reads the settings; what is wrong is reported all together, each with its key.</summary>
    /// <exception cref="OptionsValidationException">One of them cannot be understood, or is missing.</exception>
    public static MailSettings Of(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var host = configuration["Mail:Host"] is { Length: > 0 } named ? named : null;
        var from = configuration["Mail:From"] ?? "";
        if (host is not null && !MailAddress.TryCreate(from, out _)) mistakes.Add($"Mail:From: {from} (rollout@example.gov.vn)");
        var site = Uri.TryCreate(configuration["Mail:Site"], UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
        if (host is not null && site is null) mistakes.Add($"Mail:Site: {configuration["Mail:Site"]} (https://rollout.example.gov.vn)");
        var quiet = (configuration["Mail:Quiet"] ?? "19:00-07:00").Split('-');
        if (quiet.Length != 2) mistakes.Add($"Mail:Quiet: {configuration["Mail:Quiet"]} (19:00-07:00)");
        var read = new MailSettings(
            host, PortOf(configuration, mistakes), configuration.GetValue("Mail:Tls", true), from, configuration["Mail:User"] ?? "", configuration["Mail:Password"] ?? "", site,
            TimeOf("Mail:At", configuration["Mail:At"] ?? "07:30", mistakes), TimeOf("Mail:Quiet", quiet[0], mistakes), TimeOf("Mail:Quiet", quiet[^1], mistakes));
        return mistakes.Count == 0 ? read : throw new OptionsValidationException("Mail", typeof(MailSettings), mistakes);
    }

    /// <summary>Whether digests go out at a time of day: in the three hours after <see cref="At"/>, so that a server that was away catches up, and never in quiet hours.</summary>
    public bool IsTime(TimeOnly now) => now.IsBetween(At, At.AddHours(3)) && !now.IsBetween(QuietFrom, QuietUntil);

    private static int PortOf(IConfiguration configuration, List<string> mistakes)
    {
        var said = configuration["Mail:Port"] ?? "587";
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536) return port;
        mistakes.Add($"Mail:Port: {said} (587)");
        return 0;
    }

    private static TimeOnly TimeOf(string key, string said, List<string> mistakes)
    {
        if (TimeOnly.TryParseExact(said.Trim(), Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        mistakes.Add($"{key}: {said} ({Clock})");
        return default;
    }
}
