using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Reports;

/// <summary>A step that is not done, and on whom it waits.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="System">Of which system.</param>
/// <param name="Step">Which step.</param>
/// <param name="Cell">Where it stands.</param>
/// <param name="WaitsOn">Who must act next: <c>participant</c> or agency keys.</param>
public sealed record OpenStep(Participant Participant, ConnectedSystem System, StepDefinition Step, StepState Cell, ImmutableArray<string> WaitsOn)
{
    /// <summary>Whether the participant itself must act.</summary>
    public bool IsOwed => WaitsOn.Contains(StepDefinition.Participant);
}
