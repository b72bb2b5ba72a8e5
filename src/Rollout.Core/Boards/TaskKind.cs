namespace Rollout.Core.Boards;

/// <summary>Why something waits on somebody, the most pressing first.</summary>
public enum TaskKind
{
    /// <summary>A step whose true state is not known: the published source named none, its participant sets it right ("rà soát số liệu ban đầu").</summary>
    Review,

    /// <summary>A report to confirm or return.</summary>
    Confirm,

    /// <summary>A report that was returned with a reason.</summary>
    Returned,

    /// <summary>A step that waits on them to get an obstacle out of the way.</summary>
    Blocked,

    /// <summary>A probe sees a fault of their own.</summary>
    Failing,

    /// <summary>What was reported and what is seen do not agree; the monitor decides.</summary>
    Disagreement,
}
