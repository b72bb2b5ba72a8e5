using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>
/// What an actor may do to a step, found by asking the rules themselves: each action is decided as a trial that lacks nothing the actor could
/// type. What is shown can therefore never differ from what is allowed.
/// </summary>
public static class StepOffers
{
    /// <summary>The actions that fit the step's status; those that only a missing capacity forbids are left out, the others carry their reason.</summary>
    public static ImmutableArray<StepOffer> Of(Programme programme, ParticipantProgress row, StepKey key, Actor actor, DateTimeOffset now)
    {
        var offers = ImmutableArray.CreateBuilder<StepOffer>();
        if (!row.MayTake(key.Phase, programme.FindStep(key.Step)!)) return [];
        var cell = row[key.Phase, key.Step];
        foreach (var (action, to) in Fitting(programme, row, key, cell))
        {
            var decision = Try(programme, row, key, actor, to, cell.Version, now);
            var refusal = (decision as Decision.Refused)?.Refusal;
            if (refusal is { Kind: RefusalKind.Forbidden } || IsAnotherAction(decision, action)) continue;
            offers.Add(new(action, to, refusal));
        }
        var step = programme.FindStep(key.Step)!;
        if (Capacity.Of(actor, step, key.Participant, programme.Lead).Monitor)
            offers.Add(new(StepAction.Correct, cell.Status == StepStatus.Done ? StepStatus.InProgress : StepStatus.Done, null));
        return offers.ToImmutable();
    }

    /// <summary>The decision on a change that lacks nothing.</summary>
    public static Decision Try(Programme programme, ParticipantProgress row, StepKey key, Actor actor, StepStatus to, int version, DateTimeOffset now) =>
        StepDecider.Decide(
            programme, row,
            new StepCommand.Change(actor, key, to, version)
            {
                Note = "-",
                BlockedOn = to == StepStatus.Blocked ? StepDefinition.Participant : null,
                BlockedKind = to == StepStatus.Blocked && !programme.BlockerKinds.IsEmpty ? programme.BlockerKinds[0].Key : null,
            },
            now);

    private static (StepAction Action, StepStatus To)[] Fitting(Programme programme, ParticipantProgress row, StepKey key, StepState cell)
    {
        var confirm = TakingOver.Offers(programme, row, key.Phase, programme.FindStep(key.Step)!) ? StepAction.TakeOver : StepAction.Confirm;
        return cell.Status switch
        {
            StepStatus.NotStarted =>
                [(StepAction.Report, StepStatus.Reported), (StepAction.Start, StepStatus.InProgress), (confirm, StepStatus.Done), (StepAction.Block, StepStatus.Blocked)],
            StepStatus.InProgress when cell.Assumed =>
                [(StepAction.Review, StepStatus.InProgress), (StepAction.Report, StepStatus.Reported), (confirm, StepStatus.Done), (StepAction.Block, StepStatus.Blocked)],
            StepStatus.InProgress => [(StepAction.Report, StepStatus.Reported), (confirm, StepStatus.Done), (StepAction.Block, StepStatus.Blocked)],
            StepStatus.Reported =>
                [(confirm, StepStatus.Done), (StepAction.Return, StepStatus.InProgress), (StepAction.Withdraw, StepStatus.InProgress), (StepAction.Block, StepStatus.Blocked)],
            StepStatus.Blocked => [(StepAction.Unblock, cell.Blocker!.From)],
            _ => [],
        };
    }

    /// <summary>
    /// A monitor's ordinary way leads into a correction where it has no other part, and taking back is one command for two actions: each is
    /// offered once, under the name of what it would write.
    /// </summary>
    private static bool IsAnotherAction(Decision decision, StepAction action) =>
        decision is Decision.Accepted { Events: [StepEvent.StatusChanged changed] }
        && (changed.Basis == Basis.Correction
            || (action == StepAction.Return && changed.Basis == Basis.Report)
            || (action == StepAction.Withdraw && changed.Basis == Basis.Confirmation));
}
