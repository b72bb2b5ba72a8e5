namespace Rollout.Storage.Database;

/// <summary>A note beside the ledger, by its hash. Removing the text leaves the row, so that the ledger's hash still leads somewhere.</summary>
internal sealed class ContentRow
{
    public required string Hash { get; set; }
    public string? Text { get; set; }
    public string? RemovedBecause { get; set; }
    public string? RemovedBy { get; set; }
    public long? RemovedAt { get; set; }
}
