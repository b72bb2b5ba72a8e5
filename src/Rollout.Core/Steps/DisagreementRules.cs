using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>Rule 3 of product.md: where people's word and the results do not agree, the monitor decides. Letting the status stand is a decision too.</summary>
internal static class DisagreementRules
{
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.Uphold command, DateTimeOffset now)
    {
        if (command.Actor.Kind != ActorKind.Monitor) return StepDecider.Refuse(Refusal.Forbidden("disagreement.monitor", programme.Lead));
        if (Concern.Refuses(programme, row, command.Key.Phase, programme.FindStep(command.Key.Step)!) is { } refusal) return StepDecider.Refuse(refusal);
        var cell = row[command.Key.Phase, command.Key.Step];
        if (cell.Verification is not (VerificationState.Passing or VerificationState.Failing) || cell.Version != command.Version)
            return StepDecider.Refuse(new(RefusalKind.Stale, Wording.Message.Of("disagreement.gone")));
        if (string.IsNullOrWhiteSpace(command.Note)) return StepDecider.Refuse(Refusal.Rule("note.required"));
        return StepDecider.Accept(cell, now, new StepEvent.Upheld(cell.Verification.Value) { Status = cell.Status });
    }
}
