namespace Rollout.Storage.Database;

/// <summary>A file's name as it was given with an entry. The ledger holds the hash alone: a name may be somebody's data.</summary>
internal sealed class AttachmentRow
{
    public long Seq { get; set; }
    public required string Hash { get; set; }
    public required string Name { get; set; }
}
