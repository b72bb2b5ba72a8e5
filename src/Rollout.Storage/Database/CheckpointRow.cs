namespace Rollout.Storage.Database;

/// <summary>A folded board: day D, through seq S (rule 7), with the hash of entry S.</summary>
internal sealed class CheckpointRow
{
    public required string Programme { get; set; }
    public int Day { get; set; }
    public long Seq { get; set; }
    public long RecordedAt { get; set; }
    public required string Hash { get; set; }
    public required byte[] Board { get; set; }
}
