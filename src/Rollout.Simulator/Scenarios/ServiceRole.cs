namespace Rollout.Simulator;

internal enum RoleKind
{
    Http,
    XRoad,
}

/// <summary>A service that every participant runs in every environment once it is up.</summary>
internal sealed record ServiceRole(
    string Key, RoleKind Kind, string? Path = null, string? Body = null, string ContentType = "application/json", string? KeyHeader = null,
    XRoadProvider? XRoad = null);

/// <summary>The member behind a Security Server and the services it offers.</summary>
internal sealed record XRoadProvider(
    IReadOnlyDictionary<string, string> Instances, string MemberClass, string Member, string Subsystem, IReadOnlyList<XRoadService> Services);

internal sealed record XRoadService(string Code, string Type, IReadOnlyList<XRoadMethod> Methods);

internal sealed record XRoadMethod(string Method, string Path);
