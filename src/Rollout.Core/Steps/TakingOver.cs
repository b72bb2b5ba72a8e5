using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>Steps that need not be done again: in a later phase one confirmation takes them over from the phase before ("tiếp nhận từ giai đoạn trước").</summary>
public static class TakingOver
{
    /// <summary>Whether a step can be taken over: declared so, done in the phase before, and not reported anew in this one.</summary>
    public static bool Offers(Programme programme, ParticipantProgress row, string phase, StepDefinition step) =>
        step.TakeOver && programme.FindPhase(phase)?.After is { } before && row[before, step.Key].Status == StepStatus.Done
        && row[phase, step.Key].Status is StepStatus.NotStarted or StepStatus.InProgress;
}
