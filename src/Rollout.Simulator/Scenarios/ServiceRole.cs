namespace Rollout.Simulator;

internal enum RoleKind
{
    Http,
    XRoad,

    /// <summary>The health port of a Security Server: plain HTTP at a port of its own.</summary>
    Health,

    /// <summary>Where made-up dossiers are submitted and followed.</summary>
    Dossier,

    /// <summary>No service but how far dossiers come: <c>synchronised</c>, <c>returned</c>.</summary>
    Leg,
}

/// <summary>A service that every participant runs in every environment, or in those named, once it is up.</summary>
internal sealed record ServiceRole(
    string Key, RoleKind Kind, string? Path = null, string? Body = null, string ContentType = "application/json", string? KeyHeader = null,
    XRoadProvider? XRoad = null, IReadOnlyList<string>? Environments = null)
{
    public bool StandsIn(string environment) => Environments?.Contains(environment) != false;
}

/// <summary>The member behind a Security Server and the services it offers.</summary>
internal sealed record XRoadProvider(
    IReadOnlyDictionary<string, string> Instances, string MemberClass, string Member, string Subsystem, IReadOnlyList<XRoadService> Services);

internal sealed record XRoadService(string Code, string Type, IReadOnlyList<XRoadMethod> Methods);

internal sealed record XRoadMethod(string Method, string Path);
