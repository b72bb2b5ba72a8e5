namespace Rollout.Storage.Database;

/// <summary>A ledger entry as it lies in the database; times in milliseconds since 1970-01-01Z, the event's fields as JSON.</summary>
internal sealed class LedgerRow
{
    public long Seq { get; set; }
    public long At { get; set; }
    public long RecordedAt { get; set; }
    public required string Programme { get; set; }
    public required string Participant { get; set; }
    public string? Phase { get; set; }
    public string? Step { get; set; }
    public required string Kind { get; set; }
    public required string Fields { get; set; }
    public required string ActorKind { get; set; }
    public required string ActorName { get; set; }
    public string? ActorAgency { get; set; }
    public string? ActorParticipant { get; set; }
    public string? ActorOffice { get; set; }
    public string? NoteHash { get; set; }
    public required string PreviousHash { get; set; }
    public required string Hash { get; set; }
}
