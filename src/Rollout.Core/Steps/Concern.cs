using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>A step that does not concern a participant cannot be reported; the refusal tells what would make it so.</summary>
internal static class Concern
{
    /// <summary>The refusal, or null when the participant may report the step.</summary>
    public static Refusal? Refuses(Programme programme, ParticipantProgress row, string phase, StepDefinition step)
    {
        if (row.MayTake(phase, step)) return null;
        // The first step on the way that is missing is what to do; where none is, the programme leaves the participant out.
        for (var rule = step.Applies; rule is not null;)
        {
            if (programme.FindStep(rule.After) is { } after && row[phase, after.Key].CountsAs != StepStatus.Done && row.MayTake(phase, after))
                return Refusal.Rule("step.notApplicable", step.Key, after.Key);
            rule = (programme.FindStep(rule.With) ?? programme.FindStep(rule.After))?.Applies;
        }
        return Refusal.Rule("step.notConcerned", step.Key);
    }
}
