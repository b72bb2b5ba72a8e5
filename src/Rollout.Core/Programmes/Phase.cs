using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A phase of the programme: the same steps on another environment.</summary>
/// <param name="Key">Key, <c>test</c> or <c>production</c> for instance.</param>
/// <param name="Title">Full title.</param>
/// <param name="Short">Short title for switches.</param>
/// <param name="After">Key of the phase whose steps gate this one's (rule 5 of product.md), or null.</param>
/// <param name="KnownFrom">
/// From when an unreported step counts as not started rather than unknown, when no published source says so; null when only sources do.
/// </param>
public sealed record Phase(string Key, LocalizedText Title, LocalizedText Short, string? After, DateTimeOffset? KnownFrom);
