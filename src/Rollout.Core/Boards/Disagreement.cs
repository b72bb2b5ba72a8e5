using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>A cell whose report and results do not agree (rule 3), for the monitor to decide.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Phase">In which phase.</param>
/// <param name="Step">Which step.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Since">Since when they do not agree.</param>
public sealed record Disagreement(Participant Participant, Phase Phase, StepDefinition Step, StepState Cell, DateTimeOffset Since)
{
    /// <summary>The address of the cell.</summary>
    public StepKey Key => new(Participant.Id, Phase.Key, Step.Key);

    /// <summary>Which way: reported and failing, or not reported and passing.</summary>
    public bool Reported => Cell.Verification == VerificationState.Failing;

    /// <summary>The status that would agree with the results.</summary>
    public StepStatus Otherwise => Reported ? StepStatus.InProgress : StepStatus.Done;

    /// <summary>All of a board in every phase, the longest first.</summary>
    /// <param name="board">The board.</param>
    /// <param name="asOf">The instant that is looked at.</param>
    public static ImmutableArray<Disagreement> Of(Board board, DateTimeOffset asOf) =>
    [
        .. (from row in board.Rows
            from phase in board.Programme.Phases
            from step in board.Programme.Steps
            let cell = row[phase.Key, step.Key]
            let since = Attention.Disagrees(board.Programme, cell, asOf)
            where since is not null && row.Applies(phase.Key, step)
            select new Disagreement(row.Participant, phase, step, cell, since.Value)).OrderBy(d => d.Since),
    ];
}
