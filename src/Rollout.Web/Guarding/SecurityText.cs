using System.Globalization;

namespace Rollout.Web.Guarding;

/// <summary><c>/.well-known/security.txt</c> (RFC 9116): whom to tell of a weakness. An installation that names nobody has none.</summary>
internal static class SecurityText
{
    /// <summary>How long it says that it holds: as long again from every start on.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromDays(180);

    public static void MapSecurityText(this WebApplication app)
    {
        var guard = app.Services.GetRequiredService<GuardSettings>();
        if (guard.Contacts.IsEmpty) return;
        var until = app.Services.GetRequiredService<TimeProvider>().GetUtcNow() + Holds;
        var text = string.Concat(guard.Contacts.Select(c => $"Contact: {c}\n"))
            + string.Create(CultureInfo.InvariantCulture, $"Expires: {until:yyyy-MM-dd'T'00:00:00'Z'}\nPreferred-Languages: vi, en\n");
        app.MapGet("/.well-known/security.txt", () => Results.Text(text, "text/plain; charset=utf-8")).ExcludeFromDescription();
    }
}
