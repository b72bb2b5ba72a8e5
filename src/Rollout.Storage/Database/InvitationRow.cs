namespace Rollout.Storage.Database;

/// <summary>A link that works once: the first administrator's, or a person's who sets a password. Only its hash is kept.</summary>
internal sealed class InvitationRow
{
    public required string Hash { get; set; }

    /// <summary>The account whose password it sets; null when it makes the first administrator.</summary>
    public string? AccountId { get; set; }

    public long CreatedAt { get; set; }
    public long ExpiresAt { get; set; }
    public long? UsedAt { get; set; }
}
