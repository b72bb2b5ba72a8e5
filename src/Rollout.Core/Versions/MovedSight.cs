using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Versions;

/// <summary>A cell that shows something else under a new version although nothing happened.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Phase">The phase.</param>
/// <param name="Step">The step.</param>
/// <param name="Before">What it shows now.</param>
/// <param name="After">What it would show.</param>
public sealed record MovedSight(Participant Participant, Phase Phase, StepDefinition Step, CellSight Before, CellSight After);
