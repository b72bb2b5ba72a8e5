using System.Collections.Immutable;
using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>
/// Rule 5: a step of a later phase cannot become done while the same part is unfinished in the phase before; a part without a system (end to
/// end) needs all of the phase before, unless the programme has no systems at all: then its parts stand side by side. It limits becoming done only: a later change in the phase before undoes nothing.
/// </summary>
public static class Gate
{
    /// <summary>The steps of the phase before that are still missing, in order; empty when the way is free.</summary>
    public static ImmutableArray<string> Missing(Programme programme, ParticipantProgress row, string phase, StepDefinition step)
    {
        if (programme.FindPhase(phase)?.After is not { } before) return [];
        var wholePhase = programme.PartOf(step).System is null && !programme.Systems.IsEmpty;
        return
        [
            .. programme.Steps.Where(s => (wholePhase || s.Part == step.Part) && row[before, s.Key].CountsAs != StepStatus.Done && row.Applies(before, s)).Select(s => s.Key),
        ];
    }
}
