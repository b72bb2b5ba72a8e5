namespace Rollout.Web.Printing;

/// <summary>How pdf is printed.</summary>
/// <param name="Chromium">Path or name of the browser that prints; null looks for one.</param>
/// <param name="Timeout">How long a printing may take.</param>
/// <param name="Sandbox">Whether the browser may keep its own sandbox; it refuses to where it runs as root.</param>
public sealed record PrintingSettings(string? Chromium, TimeSpan Timeout, bool Sandbox)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(40);

    /// <summary>Reads <c>Printing:Chromium</c>, <c>Printing:Timeout</c> and <c>Printing:Sandbox</c>.</summary>
    public static PrintingSettings Of(IConfiguration configuration) => new(
        configuration["Printing:Chromium"] is { Length: > 0 } named ? named : null, configuration.GetValue("Printing:Timeout", Usual),
        configuration.GetValue("Printing:Sandbox", !(OperatingSystem.IsLinux() && Environment.UserName == "root")));
}
