namespace Rollout.Storage.Database;

/// <summary>A file beside the ledger, by its hash. Removing its bytes leaves the row, so that the ledger's hash still leads somewhere.</summary>
internal sealed class FileRow
{
    public required string Hash { get; set; }
    public required string MediaType { get; set; }
    public long Size { get; set; }
    public long CreatedAt { get; set; }
    public string? RemovedBecause { get; set; }
    public string? RemovedBy { get; set; }
    public long? RemovedAt { get; set; }
}
