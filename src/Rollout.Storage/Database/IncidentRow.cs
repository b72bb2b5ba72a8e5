namespace Rollout.Storage.Database;

/// <summary>A failure of a shared part.</summary>
internal sealed class IncidentRow
{
    public long Id { get; set; }
    public required string Programme { get; set; }
    public required string Phase { get; set; }
    public required string Owner { get; set; }
    public required string Code { get; set; }
    public required string Detail { get; set; }
    public long OpenedAt { get; set; }
    public long? ClosedAt { get; set; }
}
