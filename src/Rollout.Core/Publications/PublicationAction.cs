namespace Rollout.Core.Publications;

/// <summary>What can be done with a publication, in the order in which it is offered.</summary>
public enum PublicationAction
{
    /// <summary>Change the draft.</summary>
    Edit,

    /// <summary>Submit it.</summary>
    Submit,

    /// <summary>Approve it.</summary>
    Approve,

    /// <summary>Give it back.</summary>
    Return,

    /// <summary>Take it back.</summary>
    Withdraw,

    /// <summary>Enter number and date.</summary>
    Issue,

    /// <summary>Give it up.</summary>
    Cancel,

    /// <summary>Comment on it.</summary>
    Comment,

    /// <summary>Attach the signed letter.</summary>
    Attach,
}
