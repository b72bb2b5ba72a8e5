using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>
/// What a mandate may do towards a participant beside its steps: files, drafts and addresses. The one place that pages and the API ask, so
/// that a button that is shown is never refused, and one that is hidden is never obeyed.
/// </summary>
public static class Entitlements
{
    /// <summary>Gives files with a report or a comment: whoever has a part in the participant's work.</summary>
    public static bool MayAttach(this Mandate mandate, Programme programme, ParticipantId participant) =>
        IsOwn(mandate, participant) || IsVendor(mandate, participant) || IsAgency(mandate, programme);

    /// <summary>Prepares a report, and sees what is prepared: the vendor and the office, nobody else.</summary>
    public static bool MayDraft(this Mandate mandate, ParticipantId participant) => IsOwn(mandate, participant) || IsVendor(mandate, participant);

    /// <summary>Sees the participant's addresses.</summary>
    public static bool MayReadAddresses(this Mandate mandate, Programme programme, ParticipantId participant) =>
        mandate.Kind == ActorKind.Administrator || mandate.MayAttach(programme, participant);

    /// <summary>Changes the participant's addresses.</summary>
    public static bool MayWriteAddresses(this Mandate mandate, ParticipantId participant) =>
        mandate.Kind == ActorKind.Administrator || IsOwn(mandate, participant);

    /// <summary>Says whether the participant's addresses may be probed.</summary>
    public static bool MaySetProbing(this Mandate mandate, ParticipantId participant) => mandate.MayWriteAddresses(participant);

    /// <summary>Says who supplies the participant's software.</summary>
    public static bool MaySetVendor(this Mandate mandate, ParticipantId participant) => mandate.MayWriteAddresses(participant);

    /// <summary>States the participant's figures of a measure.</summary>
    public static bool MayStateFigures(this Mandate mandate, Programme programme, MeasureDefinition measure, ParticipantId participant) =>
        FigureRules.MayState(programme, measure, mandate.ActorFor(programme, participant, ""), participant);

    /// <summary>Has the participant's addresses probed now: who may see them and has a part in the work.</summary>
    public static bool MayRunProbes(this Mandate mandate, ParticipantId participant) =>
        mandate.Kind is ActorKind.Monitor or ActorKind.Administrator || IsOwn(mandate, participant);

    private static bool IsOwn(Mandate mandate, ParticipantId participant) => mandate.Kind == ActorKind.Participant && mandate.IsOf(participant);

    private static bool IsVendor(Mandate mandate, ParticipantId participant) => mandate.Kind == ActorKind.Vendor && mandate.IsOf(participant);

    private static bool IsAgency(Mandate mandate, Programme programme) =>
        mandate.Kind == ActorKind.Monitor || (mandate.Kind == ActorKind.Agency && programme.FindOrganisation(mandate.Agency) is not null);
}
