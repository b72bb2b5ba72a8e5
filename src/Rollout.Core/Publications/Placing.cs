namespace Rollout.Core.Publications;

/// <summary>The decision on a name whose state with a system no row tells.</summary>
/// <param name="SystemKey">Key of the system, or number of the step where the rules speak of steps.</param>
/// <param name="Code">Code of the participant.</param>
/// <param name="Kind">Row or note.</param>
/// <param name="Text">The row's title, or what the note says of the name.</param>
public sealed record Placing(string SystemKey, string Code, PlacingKind Kind, string Text);
