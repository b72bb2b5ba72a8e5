namespace Rollout.Storage.Database;

/// <summary>What the other side last said at a target, once for passes and once for faults; too long to be kept with every sample.</summary>
internal sealed class AnswerRow
{
    public long TargetId { get; set; }
    public required string Probe { get; set; }
    public bool Passed { get; set; }
    public long At { get; set; }
    public required string Said { get; set; }
}
