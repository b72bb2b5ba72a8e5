using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Baselines;

/// <summary>A published state, read and checked, not yet written.</summary>
/// <param name="Statuses">By participant, where it stands with each system the file speaks of.</param>
/// <param name="Covers">
/// Phases in which the file speaks of everyone, so that those it does not list as begun have not started; null for every phase it is imported into.
/// </param>
/// <param name="Services">What it says of services.</param>
/// <param name="AllSteps">Those whose every step is done, parts without a system included.</param>
public sealed record PublishedState(
    ImmutableArray<(Participant Participant, string System, ConnectionStatus Status)> Statuses, ImmutableArray<string>? Covers,
    ImmutableArray<(Participant Participant, ServiceState State, DateTimeOffset At)> Services, ImmutableArray<Participant> AllSteps)
{
    /// <summary>What it says of single steps.</summary>
    public ImmutableArray<PublishedStep> Steps { get; init; } = [];

    /// <summary>The figures it gives.</summary>
    public ImmutableArray<StatedFigure> Measured { get; init; } = [];

    /// <summary>
    /// What the baseline says, as commands for the one path. Completed means that every step of the system's part is done; in progress that
    /// its first step is, assumed; not started says nothing of steps.
    /// </summary>
    /// <param name="programme">The programme.</param>
    /// <param name="source">Where and since when it holds.</param>
    /// <param name="document">The document behind it.</param>
    /// <param name="participants">Who takes part.</param>
    public IEnumerable<StepCommand> Commands(Programme programme, ParticipantSet participants, BaselineSource source, DocumentReference? document)
    {
        var actor = Actor.Import(source.File);
        foreach (var (participant, state, at) in Services.OrderBy(s => s.At))
            yield return new StepCommand.SetService(actor, participant.Id, state, at, null);
        foreach (var figure in Measured) yield return Stated(figure);
        foreach (var phase in source.Phases)
        {
            foreach (var participant in Covers?.Contains(phase) == false ? [] : participants.All)
                yield return new StepCommand.StateSource(actor, participant.Id, phase, source.At, source.Precision, document);
            foreach (var (participant, system, status) in Statuses)
                foreach (var (step, to, assumed) in StepsOf(programme, participant, system, status))
                    yield return Import(participant, phase, step, to, assumed);
            foreach (var participant in AllSteps)
                foreach (var step in programme.Steps.Where(s => Concerns(s, participant)))
                    yield return Import(participant, phase, step, StepStatus.Done, assumed: false);
            // In the order of the programme: what concerns only those who have done another step comes after it.
            foreach (var (place, said) in Steps.Select(s => (Place: programme.Steps.IndexOf(programme.FindStep(s.Step)!), Said: s)).OrderBy(s => s.Place))
                yield return Import(said.Participant, phase, programme.Steps[place], said.Status, said.Assumed) with { Stated = true };
        }

        // Dated by its month alone, a source may seem to speak of days after it.
        StepCommand.StateFigure Stated(StatedFigure figure) => new(actor, figure.Participant.Id, figure.Measure, figure.Period, figure.Value, Version: 0)
        {
            At = HanoiTime.StartOf(figure.Period.To) is var end && end > source.At ? end : source.At,
            Precision = source.Precision,
            Document = programme.FindDocument(figure.Document) is { } own ? new(own.Number, own.Issuer, own.Date) : document,
            Note = figure.Note,
        };

        StepCommand.Import Import(Participant participant, string phase, StepDefinition step, StepStatus to, bool assumed) =>
            new(actor, new(participant.Id, phase, step.Key), to, source.At) { Assumed = assumed, Precision = source.Precision, Document = document };
    }

    private static bool Concerns(StepDefinition step, Participant participant) => step.Applies?.Names(participant.Code) != false;

    private static IEnumerable<(StepDefinition Step, StepStatus To, bool Assumed)> StepsOf(
        Programme programme, Participant participant, string system, ConnectionStatus status)
    {
        var steps = programme.Parts.Where(p => p.System == system).SelectMany(p => p.Steps).Where(s => Concerns(s, participant));
        return status switch
        {
            ConnectionStatus.Completed => steps.Select(s => (s, StepStatus.Done, false)),
            ConnectionStatus.InProgress => steps.Take(1).Select(s => (s, StepStatus.InProgress, true)),
            _ => [],
        };
    }
}
