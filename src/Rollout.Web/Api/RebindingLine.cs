namespace Rollout.Web.Api;

/// <summary>An account as it was seen before it is bound anew.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Role">Its role then.</param>
internal sealed record RebindingLine(string? Id, string? Role);
