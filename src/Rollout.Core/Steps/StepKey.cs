using Rollout.Core.Participants;

namespace Rollout.Core.Steps;

/// <summary>The address of a cell: whose step, in which phase.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Phase">Key of the phase.</param>
/// <param name="Step">The step's number.</param>
public readonly record struct StepKey(ParticipantId Participant, string Phase, string Step)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Participant} {Phase} {Step}";
}
