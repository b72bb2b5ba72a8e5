using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>Where a participant stands with a system in a phase.</summary>
public static class Connection
{
    /// <summary>
    /// Of the steps that concern the participant: completed when every step of the system's part is done, not started when every one is not started, otherwise in progress; a blocked
    /// step counts as the status it came from. Null while nothing is known of any of them, and where none concerns it (<see cref="Concerns"/>).
    /// </summary>
    /// <param name="programme">The programme.</param>
    /// <param name="row">The participant's row.</param>
    /// <param name="system">Key of the system.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="at">The instant that is looked at.</param>
    public static ConnectionStatus? Of(Programme programme, ParticipantProgress row, string system, string phase, DateTimeOffset at) =>
        StatusOf(programme, row, s => programme.PartOf(s).System == system, phase, at);

    /// <summary>The same for a numbered part, systems or not.</summary>
    public static ConnectionStatus? OfPart(Programme programme, ParticipantProgress row, string part, string phase, DateTimeOffset at) =>
        StatusOf(programme, row, s => s.Part == part, phase, at);

    /// <summary>Whether the participant has anything to do with a system in a phase: some step of its part concerns it.</summary>
    public static bool Concerns(Programme programme, ParticipantProgress row, string system, string phase) =>
        programme.IsForAll || ConcernsAny(programme, row, s => programme.PartOf(s).System == system, phase);

    /// <summary>The same for a numbered part.</summary>
    public static bool ConcernsPart(Programme programme, ParticipantProgress row, string part, string phase) =>
        programme.IsForAll || ConcernsAny(programme, row, s => s.Part == part, phase);

    /// <summary>Whether the participant stands in progress only by our assumption: its one begun step is assumed.</summary>
    public static bool IsAssumed(Programme programme, ParticipantProgress row, string system, string phase) =>
        programme.Steps.Where(s => programme.PartOf(s).System == system && row.Applies(phase, s)).Select(s => row[phase, s.Key])
            .Where(c => c.CountsAs != StepStatus.NotStarted).ToList() is { Count: > 0 } begun && begun.TrueForAll(c => c.Assumed);

    private static bool ConcernsAny(Programme programme, ParticipantProgress row, Func<StepDefinition, bool> counts, string phase) =>
        !programme.Steps.Any(counts) || programme.Steps.Any(s => counts(s) && row.Applies(phase, s));

    /// <summary>Nothing counts though the programme has steps of the kind: they concern others.</summary>
    private static bool ConcernsNone(Programme programme, Func<StepDefinition, bool> counts) => !programme.IsForAll && programme.Steps.Any(counts);

    private static ConnectionStatus? StatusOf(
        Programme programme, ParticipantProgress row, Func<StepDefinition, bool> counts, string phase, DateTimeOffset at)
    {
        var cells = row.In(phase);
        var (any, done, started, known) = (0, 0, 0, row.KnowsPhase(phase, at));
        for (var i = 0; i < cells.Length; i++)
        {
            if (!counts(programme.Steps[i]) || !row.Applies(phase, programme.Steps[i])) continue;
            any++;
            known |= cells[i].HasEntries;
            if (cells[i].CountsAs == StepStatus.Done) done++;
            if (cells[i].CountsAs != StepStatus.NotStarted) started++;
        }
        if (!known || (any == 0 && ConcernsNone(programme, counts))) return null;
        return done == any ? ConnectionStatus.Completed : started == 0 ? ConnectionStatus.NotStarted : ConnectionStatus.InProgress;
    }
}
