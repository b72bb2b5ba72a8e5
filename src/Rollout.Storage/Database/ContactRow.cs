namespace Rollout.Storage.Database;

/// <summary>Whom to call: somebody of a participant or of an agency, for everything or for one step.</summary>
internal sealed class ContactRow
{
    public long Id { get; set; }
    public required string Programme { get; set; }

    /// <summary>A participant as <c>set/code</c>, or an agency's key.</summary>
    public required string Owner { get; set; }

    public string? Step { get; set; }
    public required string Name { get; set; }
    public required string Office { get; set; }
    public required string Phone { get; set; }
    public required string Email { get; set; }
    public long UpdatedAt { get; set; }
    public required string UpdatedBy { get; set; }
}
