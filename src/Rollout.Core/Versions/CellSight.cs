using Rollout.Core.Steps;

namespace Rollout.Core.Versions;

/// <summary>What a cell shows.</summary>
/// <param name="Concerns">Whether its step concerns the participant.</param>
/// <param name="Status">Its status; null when nothing is known, and when it concerns nobody.</param>
public readonly record struct CellSight(bool Concerns, StepStatus? Status)
{
    /// <summary>What a cell of a row shows at an instant.</summary>
    public static CellSight Of(ParticipantProgress row, string phase, Programmes.StepDefinition step, DateTimeOffset at) => !row.Applies(phase, step) ? new(false, null)
        : new(true, row.Knows(phase, step.Key, at) ? row[phase, step.Key].Status : null);
}
