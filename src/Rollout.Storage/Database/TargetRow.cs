namespace Rollout.Storage.Database;

/// <summary>An address of a participant; one a role and phase.</summary>
internal sealed class TargetRow
{
    public long Id { get; set; }
    public required string Programme { get; set; }
    public required string Participant { get; set; }
    public required string Phase { get; set; }
    public required string Role { get; set; }
    public required string Url { get; set; }
}
