using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>In which capacities an actor faces a step.</summary>
/// <param name="Reporter">Does the work and reports it.</param>
/// <param name="Confirmer">Confirms it, or falls back to when nothing can be probed.</param>
/// <param name="Monitor">Decides in the end.</param>
public readonly record struct Capacity(bool Reporter, bool Confirmer, bool Monitor)
{
    /// <summary>Whether the actor has any part in the step.</summary>
    public bool Any => Reporter || Confirmer || Monitor;

    /// <summary>The capacities of an actor towards a participant's step.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="step">Which step.</param>
    /// <param name="participant">Whose.</param>
    /// <param name="lead">Key of the programme's lead agency.</param>
    public static Capacity Of(Actor actor, StepDefinition step, ParticipantId participant, string lead)
    {
        var ofParticipant = actor.Kind == ActorKind.Participant && actor.Participant == participant;
        var agency = actor.Kind is ActorKind.Agency or ActorKind.Monitor ? actor.Agency : null;
        return new(
            (ofParticipant && step.Reporters.Contains(StepDefinition.Participant)) || (agency is not null && step.Reporters.Contains(agency)),
            agency is not null && step.Settlement.MayConfirm.Contains(agency),
            actor.Kind == ActorKind.Monitor && agency == lead);
    }
}
