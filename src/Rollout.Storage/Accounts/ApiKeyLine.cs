namespace Rollout.Storage.Accounts;

/// <summary>A key of another system, without the key.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Role">In whose name it acts, as a word.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="LastUsedAt">When it was last used, to the minute; null when never.</param>
/// <param name="RevokedAt">Since when it is worth nothing.</param>
public sealed record ApiKeyLine(long Id, string Name, string Role, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);
