using Rollout.Core.Steps;

namespace Rollout.Storage.Contents;

/// <summary>What came of a file that was brought: it is kept, or refused.</summary>
/// <param name="File">The file; null when it was refused.</param>
/// <param name="Name">Its name, made harmless.</param>
/// <param name="Refusal">Why it was refused; null when it is kept.</param>
public sealed record FileReceipt(StoredFile? File, string Name, Refusal? Refusal);
