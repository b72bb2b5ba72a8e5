namespace Rollout.Storage.Database;

/// <summary>That our prober has once passed at a target: before that, denied access is our missing right (rule 4). Outlives the samples.</summary>
internal sealed class FirstPassRow
{
    public long TargetId { get; set; }
    public required string Probe { get; set; }
    public long At { get; set; }
}
