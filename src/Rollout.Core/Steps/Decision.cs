using System.Collections.Immutable;

namespace Rollout.Core.Steps;

/// <summary>What the rules say to a command: what happens, or why not.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>It happens; no events when it was so already.</summary>
    /// <param name="Events">What happens, in order.</param>
    /// <param name="At">Since when it holds.</param>
    public sealed record Accepted(ImmutableArray<StepEvent> Events, DateTimeOffset At) : Decision;

    /// <summary>It does not happen.</summary>
    /// <param name="Refusal">Why, and what would satisfy the rule.</param>
    public sealed record Refused(Refusal Refusal) : Decision;
}
