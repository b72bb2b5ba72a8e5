namespace Rollout.Core.Collecting;

/// <summary>Where a report that was asked for stands.</summary>
public enum ReceiptState
{
    /// <summary>It came, in time or where nothing says until when.</summary>
    Received,

    /// <summary>It came too late.</summary>
    Late,

    /// <summary>It came, and the source leaves open whether in time.</summary>
    NotDated,

    /// <summary>It did not come, and there is time left or no deadline.</summary>
    Missing,

    /// <summary>It did not come, and its last day has ended.</summary>
    Overdue,

    /// <summary>No source says whether it came: nobody is charged with that.</summary>
    Unknown,
}
