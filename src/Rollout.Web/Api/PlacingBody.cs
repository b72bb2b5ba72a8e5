namespace Rollout.Web.Api;

/// <summary>A decision on a name that stands in no row, as a request writes it.</summary>
internal sealed record PlacingBody(string? System, string? Code, string? Kind, string? Text);
