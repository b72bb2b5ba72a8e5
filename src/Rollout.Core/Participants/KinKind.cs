namespace Rollout.Core.Participants;

/// <summary>How a participant of one programme is akin to one of another.</summary>
public enum KinKind
{
    /// <summary>It is the same: set and code.</summary>
    Same,

    /// <summary>It took the other over.</summary>
    Successor,

    /// <summary>The other took it over.</summary>
    Part,
}
