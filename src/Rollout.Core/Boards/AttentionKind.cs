namespace Rollout.Core.Boards;

/// <summary>Why a cell wants somebody's eye, the most pressing first.</summary>
public enum AttentionKind
{
    /// <summary>The probes see the participant's own fault on a step that was done or reported.</summary>
    Failing,

    /// <summary>The probes pass on a step that nobody has reported, or fail on one whose basis never changes on its own: the monitor decides.</summary>
    Disagreement,

    /// <summary>Somebody said what blocks it.</summary>
    Blocked,

    /// <summary>Reported and waiting for confirmation.</summary>
    Waiting,

    /// <summary>In progress without any entry for long.</summary>
    Stuck,
}
