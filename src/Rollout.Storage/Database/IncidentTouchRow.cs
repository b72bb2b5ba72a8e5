namespace Rollout.Storage.Database;

/// <summary>A participant whom an incident touches.</summary>
internal sealed class IncidentTouchRow
{
    public long IncidentId { get; set; }
    public required string Participant { get; set; }
    public long Since { get; set; }
}
