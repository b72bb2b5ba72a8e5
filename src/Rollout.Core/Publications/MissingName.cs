namespace Rollout.Core.Publications;

/// <summary>A participant whose state with a system no row tells: the rows do not add up to everybody.</summary>
/// <param name="SystemKey">Key of the system, or number of the step where the rules speak of steps.</param>
/// <param name="Code">Code of the participant.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unknown">Whether nothing is known of it, rather than the rules leaving a hole.</param>
public sealed record MissingName(string SystemKey, string Code, string Name, bool Unknown);
