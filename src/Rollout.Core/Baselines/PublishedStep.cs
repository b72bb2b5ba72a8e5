using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Baselines;

/// <summary>What a source says of a step of a participant.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Assumed">Whether the source leaves it open and we assume it.</param>
public sealed record PublishedStep(Participant Participant, string Step, StepStatus Status, bool Assumed);
