namespace Rollout.Core.Deadlines;

/// <summary>What it is that is due.</summary>
public enum DueKind
{
    /// <summary>The step, by its own deadline or the programme's.</summary>
    Step,

    /// <summary>An agency's answer to a report.</summary>
    Confirmation,
}
