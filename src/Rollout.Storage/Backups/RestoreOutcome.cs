using Rollout.Core.Wording;

namespace Rollout.Storage.Backups;

/// <summary>What came of a restore.</summary>
/// <param name="Manifest">What was brought back; null when nothing was.</param>
/// <param name="Why">Why nothing was.</param>
public sealed record RestoreOutcome(BackupManifest? Manifest, Message? Why);
