using Rollout.Web.Components.Shared;

namespace Rollout.Web.Components.Charts;

/// <summary>What a map says of one participant.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its name with its kind, for labels.</param>
/// <param name="Look">How it is painted.</param>
/// <param name="Says">Its status in words.</param>
/// <param name="Since">Since when, in words; empty when that is not known.</param>
/// <param name="Href">Where a click leads.</param>
public sealed record MapArea(string Code, string Name, string Kind, Look Look, string Says, string Since, string Href);
