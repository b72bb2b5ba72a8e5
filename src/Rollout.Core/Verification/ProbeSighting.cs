using Rollout.Core.Programmes;

namespace Rollout.Core.Verification;

/// <summary>What is known of one probe of a step: its streak, or that the participant has no target for it.</summary>
/// <param name="Probe">Key of the probe.</param>
/// <param name="Streak">Null when there is no target.</param>
/// <param name="Policy">The thresholds that hold for this probe.</param>
/// <param name="Interval">How often it is made at this target now, on the domain clock.</param>
public sealed record ProbeSighting(string Probe, Streak? Streak, VerificationPolicy Policy, TimeSpan Interval);
