namespace Rollout.Web.Components.Pages;

/// <summary>What the page of a refused request has to name: the limit, or how long to wait.</summary>
/// <param name="Figure">As people read it.</param>
public sealed record RefusedRequest(string Figure);
