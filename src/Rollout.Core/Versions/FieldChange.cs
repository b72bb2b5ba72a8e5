namespace Rollout.Core.Versions;

/// <summary>A word of an item that two versions say differently.</summary>
/// <param name="Way">The keys that lead to it.</param>
/// <param name="Before">What the old one says; null when it says nothing there.</param>
/// <param name="After">What the new one says; null when it says nothing there.</param>
public sealed record FieldChange(string Way, string? Before, string? After);
