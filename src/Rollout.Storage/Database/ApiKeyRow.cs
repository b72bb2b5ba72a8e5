namespace Rollout.Storage.Database;

/// <summary>A key of another system; the key itself is shown once and only its hash is kept.</summary>
internal sealed class ApiKeyRow
{
    public long Id { get; set; }
    public required string Name { get; set; }
    public required string Role { get; set; }
    public required string Hash { get; set; }
    public long CreatedAt { get; set; }
    public long? LastUsedAt { get; set; }
    public string CreatedBy { get; set; } = "";
    public long? RevokedAt { get; set; }
}
