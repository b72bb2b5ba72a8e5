namespace Rollout.Storage.Database;

/// <summary>An event of a publication as it lies in the database; the fields as JSON, letter for letter as they were hashed.</summary>
internal sealed class PublicationEventRow
{
    public long Seq { get; set; }
    public long At { get; set; }
    public required string Programme { get; set; }
    public long Publication { get; set; }
    public required string Kind { get; set; }
    public required string Fields { get; set; }
    public required string ActorKind { get; set; }
    public required string ActorName { get; set; }
    public string? ActorAgency { get; set; }
    public string? ActorOffice { get; set; }
    public string? NoteHash { get; set; }
    public required string PreviousHash { get; set; }
    public required string Hash { get; set; }
}
