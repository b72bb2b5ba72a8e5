namespace Rollout.Simulator;

/// <summary>Who provides, in X-Road's four parts.</summary>
internal sealed record ProviderId(string Instance, string MemberClass, string Member, string Subsystem)
{
    public const string Root = "/r1/";

    /// <summary>As X-Road writes identifiers in its messages and headers.</summary>
    public string Identifier => string.Join('/', new[] { Instance, MemberClass, Member, Subsystem }.Select(Uri.EscapeDataString));

    /// <summary>Each part is encoded on its own: a slash inside one would otherwise shift the rest.</summary>
    public string Path => Root + Identifier;

    /// <summary>The service named by a path below this provider; null if the path names another provider.</summary>
    public string? ServiceOf(string path)
    {
        var parts = path[Root.Length..].Split('/', 6).Select(Uri.UnescapeDataString).ToArray();
        return parts.Length >= 5 && new ProviderId(parts[0], parts[1], parts[2], parts[3]) == this ? parts[4] : null;
    }
}
