namespace Rollout.Simulator;

/// <summary>A role as one site runs it, its texts filled in.</summary>
internal sealed record SiteService(ServiceRole Role, string Path, string Body, ProviderId? Provider, XRoadErrorStyle ErrorStyle)
{
    /// <summary>Whether it is something that can be asked.</summary>
    public bool HasAddress => Role.Kind != RoleKind.Leg;

    public static SiteService Of(ScenarioFile file, ServiceRole role, string participant, string environment)
    {
        string Fill(string text) => text
            .Replace("{participant}", participant, StringComparison.Ordinal)
            .Replace("{environment}", environment, StringComparison.Ordinal);

        var provider = role.XRoad is { } xroad
            ? new ProviderId(Fill(xroad.Instances[environment]), Fill(xroad.MemberClass), Fill(xroad.Member), Fill(xroad.Subsystem))
            : null;
        return new SiteService(
            role, provider?.Path ?? Fill(role.Path ?? "/"), Fill(role.Body ?? ""), provider, XRoadErrorStyle.Of(file.XRoadVersionOf(participant)));
    }

    /// <summary>A Security Server answers for every X-Road path, if only to say that it does not know the provider.</summary>
    public bool Owns(string path) => Role.Kind switch
    {
        RoleKind.XRoad => path.StartsWith(ProviderId.Root, StringComparison.Ordinal),
        RoleKind.Dossier => IsPath(path) || path.StartsWith(Path.TrimEnd('/') + '/', StringComparison.Ordinal),
        RoleKind.Http => IsPath(path),
        _ => false,
    };

    private bool IsPath(string path) => string.Equals(path.TrimEnd('/'), Path.TrimEnd('/'), StringComparison.Ordinal);
}
