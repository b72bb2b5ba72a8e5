using Rollout.Storage.Backups;

namespace Rollout.Web.Operations;

/// <summary>What backups by the clock there are.</summary>
/// <param name="Kept">How many.</param>
/// <param name="Newest">When the newest was taken; null when there is none.</param>
/// <param name="Attempt">How the last attempt went; null when there was none, or nobody can tell.</param>
public sealed record BackupFacts(int Kept, DateTimeOffset? Newest, BackupAttempt? Attempt);
