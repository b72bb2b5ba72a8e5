using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Deadlines;

/// <summary>A cell under reading.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Phase">In which phase.</param>
/// <param name="Step">Which step.</param>
/// <param name="Cell">As it stands.</param>
internal readonly record struct DueCell(Participant Participant, Phase Phase, StepDefinition Step, StepState Cell);
