namespace Rollout.Storage.Database;

/// <summary>A report that a vendor has prepared and an office has not submitted yet; one a cell.</summary>
internal sealed class DraftRow
{
    public required string Programme { get; set; }
    public required string Participant { get; set; }
    public required string Phase { get; set; }
    public required string Step { get; set; }
    public required string Author { get; set; }
    public required string Note { get; set; }
    public long? At { get; set; }
    public required string DocumentNumber { get; set; }
    public required string DocumentIssuer { get; set; }
    public required string DocumentDate { get; set; }

    /// <summary>Hashes and names of its files, as JSON.</summary>
    public required string Files { get; set; }

    public long UpdatedAt { get; set; }
}
