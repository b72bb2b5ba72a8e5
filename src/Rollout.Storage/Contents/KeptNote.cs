namespace Rollout.Storage.Contents;

/// <summary>A note beside the ledger, or what is left of it.</summary>
/// <param name="Text">The text; null when it was removed.</param>
/// <param name="RemovedBecause">Why it was removed; null while it is there.</param>
public sealed record KeptNote(string? Text, string? RemovedBecause);
