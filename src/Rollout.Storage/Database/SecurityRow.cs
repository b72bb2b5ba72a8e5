namespace Rollout.Storage.Database;

/// <summary>A line of the security log: sign-ins, failures, changes of accounts and keys, refused accesses, removals.</summary>
internal sealed class SecurityRow
{
    public long Id { get; set; }
    public long At { get; set; }
    public required string Kind { get; set; }

    /// <summary>The account or key it is about; empty when there is none.</summary>
    public required string Subject { get; set; }

    /// <summary>Who did it; empty when nobody was signed in.</summary>
    public required string By { get; set; }

    public required string Address { get; set; }
    public required string Detail { get; set; }
}
