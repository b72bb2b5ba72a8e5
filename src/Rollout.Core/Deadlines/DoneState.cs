namespace Rollout.Core.Deadlines;

/// <summary>Whether a step that is done was so in time.</summary>
public enum DoneState
{
    /// <summary>In time.</summary>
    InTime,

    /// <summary>Late.</summary>
    Late,

    /// <summary>Done when a source spoke of it after the last day, or on a day it leaves open: it may have been in time.</summary>
    NotDated,
}
