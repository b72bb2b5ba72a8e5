namespace Rollout.Storage.Database;

/// <summary>Whom a write waits for. SQLite has one queue for all.</summary>
public enum WriteQueue
{
    /// <summary>The ledger, and whatever is decided by what was read.</summary>
    Truth = 1,

    /// <summary>Probe samples: many, in batches, and nobody decides by them. Their numbers are in the order of writing all the same.</summary>
    Samples = 2,
}
