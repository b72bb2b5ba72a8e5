namespace Rollout.Core.Verification;

/// <summary>What is known of one probe of a step: its streak, or that the participant has no target for it.</summary>
/// <param name="Probe">Key of the probe.</param>
/// <param name="Streak">Null when there is no target.</param>
public sealed record ProbeSighting(string Probe, Streak? Streak);
