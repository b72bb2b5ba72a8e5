using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Lists;

/// <summary>A step whose status is another one in the later reading.</summary>
/// <param name="Step">The step.</param>
/// <param name="From">The cell before.</param>
/// <param name="FromKnown">Whether anything was known of it then.</param>
/// <param name="To">The cell after.</param>
/// <param name="Entries">The changes of its status between the readings, oldest first.</param>
public sealed record MovedStep(StepDefinition Step, StepState From, bool FromKnown, StepState To, ImmutableArray<LedgerEntry> Entries)
{
    /// <summary>Whether it lost ground; an obstacle takes none.</summary>
    public bool IsBackward => FromKnown && To.CountsAs < From.CountsAs;

    /// <summary>Whether somebody has said since what blocks it.</summary>
    public bool IsObstacle => To.Status == StepStatus.Blocked && From.Status != StepStatus.Blocked;
}
