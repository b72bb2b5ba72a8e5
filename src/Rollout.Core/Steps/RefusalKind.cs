namespace Rollout.Core.Steps;

/// <summary>Sorts of refusal, in the order in which they are checked.</summary>
public enum RefusalKind
{
    /// <summary>This actor may not do this.</summary>
    Forbidden,

    /// <summary>Somebody was faster: the cell has another version than the author saw.</summary>
    Stale,

    /// <summary>A rule of the programme forbids it now.</summary>
    Rule,

    /// <summary>Nothing can be written now: the disk is full, the database is locked, or the ledger's chain is broken.</summary>
    Unavailable,
}
