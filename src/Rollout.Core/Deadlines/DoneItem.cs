using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Deadlines;

/// <summary>A step that had a deadline and is done.</summary>
/// <param name="State">Whether it was in time.</param>
/// <param name="Days">How many working days it was late; 0 in time and where the day is not known.</param>
/// <param name="On">The day that counts: of the report that was confirmed, which its reporter answers for, or of being done where nobody reported.</param>
/// <param name="LastDay">The last day in time.</param>
/// <param name="Deadline">What says so.</param>
/// <param name="Participant">Whose step.</param>
/// <param name="Phase">In which phase.</param>
/// <param name="Step">Which step.</param>
/// <param name="Cell">The step as it stands.</param>
public sealed record DoneItem(
    DoneState State, int Days, DateOnly On, DateOnly LastDay, Deadline Deadline, Participant Participant, Phase Phase, StepDefinition Step,
    StepState Cell);
