using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Answers;

/// <summary>
/// Finds the obstacles that were overcome. Nobody writes an answer: an entry that blocks a step and the next entry of the same cell that lets
/// it go on are one, whether a report, a correction or an import ended it. What is still blocked is no answer yet.
/// </summary>
public static class ObstaclePairs
{
    /// <summary>The pairs among entries in the order of the ledger; entries that neither open nor end an obstacle are passed over. The last to end comes first.</summary>
    public static ImmutableArray<SolvedObstacle> Of(IEnumerable<LedgerEntry> entries)
    {
        var open = new Dictionary<(ParticipantId, string?, string?), LedgerEntry>();
        var solved = new List<SolvedObstacle>();
        foreach (var entry in entries)
        {
            if (entry.Event is not StepEvent.StatusChanged changed) continue;
            var cell = (entry.Participant, entry.Phase, entry.Step);
            if (changed.From == StepStatus.Blocked && open.Remove(cell, out var opened)) solved.Add(new(opened, entry));
            if (changed is { To: StepStatus.Blocked, Blocker: not null }) open[cell] = entry;
        }
        solved.Reverse();
        return [.. solved];
    }
}
