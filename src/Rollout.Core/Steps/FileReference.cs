namespace Rollout.Core.Steps;

/// <summary>A file given with a report or a comment. The ledger keeps the hash; the name and the bytes lie beside it and can be removed (rule 9).</summary>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="Name">The name it was given.</param>
public sealed record FileReference(string Hash, string Name);
