namespace Rollout.Storage.Contents;

/// <summary>A file beside the ledger, or what is left of it.</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="MediaType">What it is, by its content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Removal">That it was removed, why and by whom; null while it is there.</param>
public sealed record StoredFile(string Hash, string MediaType, long Size, Removal? Removal);
