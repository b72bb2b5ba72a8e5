namespace Rollout.Core.Steps;

/// <summary>An action on a step as it stands now, for one actor.</summary>
/// <param name="Action">What.</param>
/// <param name="To">The status it leads to; of a correction the one most likely meant.</param>
/// <param name="Refusal">Why it is not possible; null when it is.</param>
public sealed record StepOffer(StepAction Action, StepStatus To, Refusal? Refusal);
