using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;

namespace Rollout.Core.Boards;

/// <summary>What waits on somebody ("việc cần xử lý"), in every phase of a board.</summary>
public static class Inbox
{
    /// <summary>What waits on a mandate: reviews first, then the oldest first.</summary>
    /// <param name="board">The present board.</param>
    /// <param name="mandate">In whose name somebody looks.</param>
    /// <param name="now">The domain's present.</param>
    public static ImmutableArray<TaskItem> Of(Board board, Mandate mandate, DateTimeOffset now)
    {
        var programme = board.Programme;
        var agency = mandate.Kind == ActorKind.Monitor ? programme.Lead : mandate.Agency;
        var items = new List<TaskItem>();
        foreach (var row in board.Rows)
        {
            var own = mandate.IsOf(row.Participant.Id);
            if (!own && agency is null) continue;
            foreach (var phase in programme.Phases)
                foreach (var step in programme.Steps)
                {
                    var cell = row[phase.Key, step.Key];
                    if (!cell.HasEntries || !row.Applies(phase.Key, step)) continue;
                    var found = own ? OfParticipant(cell) : OfAgency(programme, step, cell, agency!, mandate.Kind == ActorKind.Monitor, now);
                    if (found is var (kind, since)) items.Add(new(kind, row.Participant, phase, step, cell, since ?? now));
                }
        }
        return [.. items.OrderBy(i => i.Kind != TaskKind.Review).ThenBy(i => i.Since)];
    }

    private static (TaskKind Kind, DateTimeOffset? Since)? OfParticipant(StepState cell) => cell switch
    {
        { Assumed: true, Status: not StepStatus.Done } => (TaskKind.Review, cell.Since),
        { Status: StepStatus.Blocked } when cell.Blocker!.On == StepDefinition.Participant => (TaskKind.Blocked, cell.Since),
        { Status: StepStatus.InProgress, Basis: Basis.Confirmation } => (TaskKind.Returned, cell.Since),
        { Verification: VerificationState.Failing } when cell.FaultMark is { } fault && FaultOwner.IsParticipants(fault.Owner) => (TaskKind.Failing, cell.VerifiedSince),
        _ => null,
    };

    private static (TaskKind Kind, DateTimeOffset? Since)? OfAgency(
        Programme programme, StepDefinition step, StepState cell, string agency, bool monitor, DateTimeOffset now) => cell switch
        {
            { Status: StepStatus.Reported } when Attention.WaitsOn(step, cell).Contains(agency) && !ProbeSettles(step, cell) => (TaskKind.Confirm, cell.Since),
            { Status: StepStatus.Blocked } when cell.Blocker!.On == agency => (TaskKind.Blocked, cell.Since),
            _ when monitor && Attention.Disagrees(programme, cell, now) is { } since => (TaskKind.Disagreement, since),
            _ => null,
        };

    /// <summary>A step that is being probed waits on its probe; who would confirm it otherwise has nothing to do.</summary>
    public static bool ProbeSettles(StepDefinition step, StepState cell) =>
        step.Settlement is { ProbeRole: ProbeRole.Settles, Confirmers.IsEmpty: true } && cell.Verification is VerificationState.Passing or VerificationState.Failing;
}
