using Rollout.Core.Wording;

namespace Rollout.Storage.Backups;

/// <summary>What came of a backup.</summary>
/// <param name="Path">Where it is; null when none was made.</param>
/// <param name="Manifest">What it holds.</param>
/// <param name="Removed">How many older ones were removed.</param>
/// <param name="Why">Why none was made.</param>
public sealed record BackupOutcome(string? Path, BackupManifest? Manifest, int Removed, Message? Why)
{
    /// <summary>None was made.</summary>
    internal static BackupOutcome No(Message why) => new(null, null, 0, why);
}
