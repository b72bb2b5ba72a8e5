namespace Rollout.Storage.Database;

/// <summary>A time in which nobody is probed. Ended early it stays, as what was.</summary>
internal sealed class MaintenanceRow
{
    public long Id { get; set; }
    public required string Programme { get; set; }
    public string? Participant { get; set; }
    public string? Phase { get; set; }
    public string? Role { get; set; }
    public string? SystemKey { get; set; }
    public long StartsAt { get; set; }
    public long? EndsAt { get; set; }
    public string? Cron { get; set; }
    public long? LastsMs { get; set; }
    public required string Reason { get; set; }
    public required string By { get; set; }
    public long WrittenAt { get; set; }
}
