namespace Rollout.Storage.Contents;

/// <summary>A note beside the ledger, or what is left of it.</summary>
/// <param name="Text">The text; null once it was removed.</param>
/// <param name="Removal">That it was removed, why and by whom; null while it is there.</param>
public sealed record NoteText(string? Text, Removal? Removal);
