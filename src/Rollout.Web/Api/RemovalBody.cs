namespace Rollout.Web.Api;

/// <summary>Why something is removed.</summary>
/// <param name="Reason">The reason; required.</param>
public sealed record RemovalBody(string? Reason);
