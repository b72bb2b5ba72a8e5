using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>Finds what wants an eye on a board: failing, disagreeing, blocked, waiting, stuck.</summary>
public static class Attention
{
    private static readonly ImmutableArray<string> Participant = [StepDefinition.Participant];

    /// <summary>A step in progress without an entry for this long is stuck.</summary>
    public static readonly TimeSpan StuckAfter = TimeSpan.FromDays(14);

    /// <summary>Everything that wants an eye in a phase, the most pressing kind first, within a kind the longest first.</summary>
    public static ImmutableArray<AttentionItem> Of(Board board, string phase, DateTimeOffset asOf)
    {
        var programme = board.Programme;
        var items = new List<AttentionItem>();
        foreach (var row in board.Rows)
            foreach (var step in programme.Steps)
                if (row.Applies(phase, step) && Item(programme, row, phase, step, asOf) is { } item) items.Add(item);
        return [.. items.OrderBy(i => i.Kind).ThenBy(i => i.Since)];
    }

    /// <summary>Who must act next on a step: those it waits on.</summary>
    public static ImmutableArray<string> WaitsOn(StepDefinition step, StepState cell) => cell.Status switch
    {
        StepStatus.Done => [],
        StepStatus.Blocked => [cell.Blocker!.On],
        StepStatus.Reported when step.Settlement.All && !cell.Confirmed.IsEmpty => [.. step.Settlement.Confirmers.Except(cell.Confirmed)],
        StepStatus.Reported => step.Settlement.Confirmers.IsEmpty ? step.Settlement.MayConfirm : step.Settlement.Confirmers,
        // What others report is theirs to begin.
        _ => step.Reporters.IsEmpty || step.Reporters.Contains(StepDefinition.Participant) ? Participant : step.Reporters,
    };

    /// <summary>Since when what was reported and what is seen do not agree (rule 3): done on people's word and failing for long; or passing while set back by the monitor, returned by a confirmer or said to be blocked. What the monitor has let stand is decided.</summary>
    public static DateTimeOffset? Disagrees(Programme programme, StepState cell, DateTimeOffset asOf) => cell switch
    {
        { UpheldAt: not null } => null,
        { Verification: VerificationState.Failing, Status: StepStatus.Done, Basis: not Basis.Probe } when
            asOf - cell.VerifiedSince >= programme.Verification.RegressAfter => cell.VerifiedSince,
        { Verification: VerificationState.Passing, Status: StepStatus.NotStarted or StepStatus.InProgress, Basis: Basis.Correction } => Later(cell.Since, cell.VerifiedSince),
        { Verification: VerificationState.Passing, Status: StepStatus.InProgress, Basis: Basis.Confirmation } => Later(cell.Since, cell.VerifiedSince),
        { Verification: VerificationState.Passing, Status: StepStatus.Blocked } => Later(cell.Since, cell.VerifiedSince),
        _ => null,
    };

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other;

    private static AttentionItem? Item(Programme programme, ParticipantProgress row, string phase, StepDefinition step, DateTimeOffset asOf)
    {
        var cell = row[phase, step.Key];
        AttentionItem Found(AttentionKind kind, DateTimeOffset? since) =>
            new(kind, row.Participant, step, cell, WaitsOn(step, cell), since ?? asOf);
        return cell switch
        {
            _ when Disagrees(programme, cell, asOf) is { } since => Found(AttentionKind.Disagreement, since),
            { Verification: VerificationState.Failing, Status: not StepStatus.NotStarted } => Found(AttentionKind.Failing, cell.VerifiedSince),
            { Status: StepStatus.Blocked } => Found(AttentionKind.Blocked, cell.Since),
            { Status: StepStatus.Reported } => Found(AttentionKind.Waiting, cell.Since),
            { Status: StepStatus.InProgress } when asOf - cell.LastAt >= StuckAfter => Found(AttentionKind.Stuck, cell.LastAt),
            _ => null,
        };
    }
}
