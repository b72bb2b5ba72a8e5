using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>Comments and evidence: a thread between a participant and the agencies of the programme. They raise no version (rule 6).</summary>
internal static class CommentRules
{
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.Comment command, DateTimeOffset now)
    {
        var actor = command.Actor;
        var ofParticipant = actor.Kind == ActorKind.Participant && actor.Participant == command.Participant;
        var ofAgency = actor.Kind is ActorKind.Agency or ActorKind.Monitor && programme.FindOrganisation(actor.Agency) is not null;
        if (!ofParticipant && !ofAgency) return StepDecider.Refuse(Refusal.Forbidden(actor.Kind == ActorKind.Vendor ? "actor.vendor" : "actor.noComment"));
        if (string.IsNullOrWhiteSpace(command.Note) && command.Files.IsEmpty) return StepDecider.Refuse(Refusal.Rule("comment.empty"));
        var cell = row[command.Key.Phase, command.Key.Step];
        return StepDecider.Accept(cell, now, new StepEvent.Commented([.. command.Files.Select(f => f.Hash)]) { Status = cell.Status });
    }
}
