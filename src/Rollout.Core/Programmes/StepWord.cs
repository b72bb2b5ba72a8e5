namespace Rollout.Core.Programmes;

/// <summary>How the rule of a list speaks of a step. A blocked step counts as the status it came from: a complaint moves nobody up a list.</summary>
public enum StepWord
{
    /// <summary>Not begun.</summary>
    NotStarted,

    /// <summary>Under way.</summary>
    InProgress,

    /// <summary>Reported, waiting to be confirmed.</summary>
    Reported,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Whatever is known of it but done.</summary>
    NotDone,

    /// <summary>Held up, wherever it came from.</summary>
    Blocked,
}
