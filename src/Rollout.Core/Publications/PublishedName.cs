namespace Rollout.Core.Publications;

/// <summary>A name as a publication prints it.</summary>
/// <param name="Code">Code of the participant.</param>
/// <param name="Name">Its name on that day.</param>
public sealed record PublishedName(string Code, string Name);
