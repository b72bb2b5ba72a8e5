namespace Rollout.Storage.Database;

/// <summary>That a file belongs to an issued publication: from then on its bytes are neither changed nor removed.</summary>
internal sealed class PublicationFileRow
{
    public long Publication { get; set; }
    public required string Format { get; set; }
    public required string Hash { get; set; }
}
