namespace Rollout.Storage.Database;

/// <summary>A row of <c>digests</c>: how an account is reminded by mail.</summary>
internal sealed class DigestRow
{
    public required string AccountId { get; set; }

    /// <summary>The day of the last digest, as yyyy-MM-dd; empty before the first.</summary>
    public required string LastDay { get; set; }

    /// <summary>Since when its person wants none.</summary>
    public long? OffSince { get; set; }
}
