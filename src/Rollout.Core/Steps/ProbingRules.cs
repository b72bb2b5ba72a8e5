namespace Rollout.Core.Steps;

/// <summary>
/// Whether a participant's addresses may be probed is its own word. The administrator may say it for one that wrote a letter, with that as the
/// reason; pausing always needs one, so that nobody takes silence for an outage.
/// </summary>
internal static class ProbingRules
{
    public static Decision Decide(ParticipantProgress row, StepCommand.SetProbing command, DateTimeOffset now)
    {
        var actor = command.Actor;
        var own = actor.Kind == ActorKind.Participant && actor.Participant == command.Participant;
        if (!own && actor.Kind != ActorKind.Administrator) return StepDecider.Refuse(Refusal.Forbidden(actor.Kind == ActorKind.Vendor ? "actor.vendor" : "probing.ownWord"));
        if (row.Probing?.Consent == command.Consent) return new Decision.Accepted([], now);
        if (command.Consent == ProbingConsent.Paused && row.Probing is not { Consent: ProbingConsent.Agreed }) return StepDecider.Refuse(Refusal.Rule("probing.nothingToPause"));
        if ((!own || command.Consent == ProbingConsent.Paused) && string.IsNullOrWhiteSpace(command.Note)) return StepDecider.Refuse(Refusal.Rule("note.required"));
        var at = row.Probing?.Since > now ? row.Probing.Since : now;
        return new Decision.Accepted([new StepEvent.ProbingChanged(row.Probing?.Consent, command.Consent)], at);
    }
}
