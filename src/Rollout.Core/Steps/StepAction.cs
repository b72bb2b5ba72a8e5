namespace Rollout.Core.Steps;

/// <summary>What a person can do to a step, as buttons name it; each is one row of rule 1 of product.md.</summary>
public enum StepAction
{
    /// <summary>Says that the work has begun.</summary>
    Start,

    /// <summary>Says of a step that was only assumed under way that it is.</summary>
    Review,

    /// <summary>Reports the step, for confirmation.</summary>
    Report,

    /// <summary>Takes an own report back.</summary>
    Withdraw,

    /// <summary>Confirms a report, or the step unasked.</summary>
    Confirm,

    /// <summary>Confirms that what was done in the phase before holds here too.</summary>
    TakeOver,

    /// <summary>Returns a report with a reason.</summary>
    Return,

    /// <summary>Says what holds the step up.</summary>
    Block,

    /// <summary>Says that nothing holds it up any more.</summary>
    Unblock,

    /// <summary>Sets the true status against the ordinary way, with a reason.</summary>
    Correct,
}
