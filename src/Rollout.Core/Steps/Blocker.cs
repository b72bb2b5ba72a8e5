namespace Rollout.Core.Steps;

/// <summary>Why a step does not move.</summary>
/// <param name="On">Whom it waits on: <c>participant</c> or an agency key, the lead included.</param>
/// <param name="Kind">Key of the programme's kinds of obstacle.</param>
/// <param name="From">The status it came from and returns to; it counts as this one in the lists.</param>
public sealed record Blocker(string On, string Kind, StepStatus From);
