namespace Rollout.Storage.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="Path">Where it lies within the backup, with slashes.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">The hash of its bytes.</param>
public sealed record BackupPart(string Path, long Bytes, string Sha256);
