using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Versions;

/// <summary>Tells what entries of the ledger a programme has no place for.</summary>
public static class Belonging
{
    /// <summary>What an entry speaks of and the programme does not have; null when it belongs somewhere.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="participants">Who takes part.</param>
    /// <param name="entry">An entry of it.</param>
    public static (LossKind Kind, string Key)? Missing(Programme programme, ParticipantSet participants, LedgerEntry entry) =>
        !participants.IsOf(entry.Participant.Set) ? (LossKind.Participants, entry.Participant.Set)
        : entry.Event is StepEvent.FigureStated figure ? programme.FindMeasure(figure.Measure) is null ? (LossKind.Measure, figure.Measure) : null
        : entry.Phase is { } phase && programme.FindPhase(phase) is null ? (LossKind.Phase, phase)
        : entry.Step is { } step && programme.FindStep(step) is null ? (LossKind.Step, step)
        : null;

    /// <summary>The title of something in a programme that has it.</summary>
    public static LocalizedText? TitleOf(Programme? programme, LossKind kind, string key) => kind switch
    {
        LossKind.Step => programme?.FindStep(key)?.Title,
        LossKind.Phase => programme?.FindPhase(key)?.Title,
        LossKind.Measure => programme?.FindMeasure(key)?.Title,
        _ => null,
    };
}
