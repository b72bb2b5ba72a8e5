using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Deadlines;

/// <summary>Something that is overdue or soon due, and who must act.</summary>
/// <param name="Kind">What is due.</param>
/// <param name="State">Whether it is late.</param>
/// <param name="Days">
/// How many working days late, from 1 on the day after the last; or how many are left, 0 on the last day itself. Days off in between count for
/// neither side.
/// </param>
/// <param name="LastDay">The last day in time.</param>
/// <param name="Deadline">What says so; null for a confirmation, for which the agency's own term does.</param>
/// <param name="Participant">Whose step.</param>
/// <param name="Phase">In which phase.</param>
/// <param name="Step">Which step.</param>
/// <param name="Cell">The step as it stands.</param>
/// <param name="WaitsOn">Who must act: <c>participant</c> or agency keys; nobody where the probes alone have the next word.</param>
public sealed record DueItem(
    DueKind Kind, DueState State, int Days, DateOnly LastDay, Deadline? Deadline, Participant Participant, Phase Phase, StepDefinition Step,
    StepState Cell, ImmutableArray<string> WaitsOn)
{
    /// <summary>The address of the cell.</summary>
    public StepKey Key => new(Participant.Id, Phase.Key, Step.Key);

    /// <summary>Whether it waits on those in whose name somebody looks.</summary>
    public bool WaitsFor(Mandate mandate, Programme programme) =>
        mandate.IsOf(Participant.Id)
            ? WaitsOn.Contains(StepDefinition.Participant)
            : (mandate.Kind == ActorKind.Monitor ? programme.Lead : mandate.Agency) is { } agency && WaitsOn.Contains(agency);
}
