namespace Rollout.Core.Measures;

/// <summary>Whether a participant reaches its target in time at its present pace.</summary>
public enum PaceState
{
    /// <summary>At this pace it comes too late.</summary>
    Late,

    /// <summary>At this pace it never comes: the figures stand still, or go the other way.</summary>
    Still,

    /// <summary>At this pace it comes in time.</summary>
    InTime,

    /// <summary>It comes on a day, and nothing says until when it should.</summary>
    Advancing,

    /// <summary>It is reached.</summary>
    Reached,

    /// <summary>There are fewer than two figures to see a pace by.</summary>
    TooFew,

    /// <summary>Nothing says what the participant should reach.</summary>
    NoTarget,
}
