namespace Rollout.Core.Publications;

/// <summary>Where a publication stands on the way a letter really goes.</summary>
public enum PublicationState
{
    /// <summary>Being written; follows the board.</summary>
    Draft,

    /// <summary>Laid before an approver: its content is frozen.</summary>
    Submitted,

    /// <summary>Approved; waits for its number and date.</summary>
    Approved,

    /// <summary>Issued under a number and date: never changes, never goes.</summary>
    Issued,

    /// <summary>Issued, and another edition stands in its place now.</summary>
    Superseded,

    /// <summary>Given up before it was issued.</summary>
    Cancelled,
}
