using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>Something that waits on somebody.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Participant">Whose step.</param>
/// <param name="Phase">In which phase.</param>
/// <param name="Step">Which step.</param>
/// <param name="Cell">The step as it stands.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record TaskItem(TaskKind Kind, Participant Participant, Phase Phase, StepDefinition Step, StepState Cell, DateTimeOffset Since)
{
    /// <summary>The address of the cell.</summary>
    public StepKey Key => new(Participant.Id, Phase.Key, Step.Key);
}
