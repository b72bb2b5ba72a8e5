namespace Rollout.Storage.Backups;

/// <summary>How the last backup into a folder went, kept beside the backups for whoever looks after the installation.</summary>
/// <param name="At">When it was begun.</param>
/// <param name="Name">The backup that came of it; null when none did.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Trouble">The code of what went wrong; null when nothing did.</param>
public sealed record BackupAttempt(DateTimeOffset At, string? Name, long Bytes, string? Trouble);
