using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>A participant's row of the board: all its cells in every phase, what sources speak of, its service and its figures.</summary>
public sealed record ParticipantProgress
{
    private readonly ImmutableArray<StepState> _cells;
    private readonly Programme _programme;
    private readonly ImmutableArray<DateTimeOffset?> _sources;

    /// <summary>A row nobody has said anything about.</summary>
    public ParticipantProgress(Programme programme, Participant participant)
        : this(programme, participant, [.. Enumerable.Repeat(StepState.Initial, programme.CellCount)], [.. new DateTimeOffset?[programme.Phases.Length]], null, null)
    {
    }

    /// <summary>A row from its parts, as a checkpoint keeps them.</summary>
    public ParticipantProgress(
        Programme programme, Participant participant, ImmutableArray<StepState> cells, ImmutableArray<DateTimeOffset?> sources, ServiceFact? service, ProbingFact? probing,
        FigureBook? figures = null) =>
        (_programme, Participant, _cells, _sources, Service, Probing, Measured) = (programme, participant, cells, sources, service, probing, figures ?? FigureBook.Empty);

    /// <summary>Whose row.</summary>
    public Participant Participant { get; }

    /// <summary>The participant's service; null while nothing is known.</summary>
    public ServiceFact? Service { get; private init; }

    /// <summary>What the participant says of being probed; null while it has said nothing, and then nobody probes.</summary>
    public ProbingFact? Probing { get; private init; }

    /// <summary>What is counted of the participant, by measure and period.</summary>
    public FigureBook Measured { get; private init; }

    /// <summary>All cells, phase by phase.</summary>
    public ImmutableArray<StepState> Cells => _cells;

    /// <summary>By phase, since when a source speaks of the whole of it.</summary>
    public ImmutableArray<DateTimeOffset?> Sources => _sources;

    /// <summary>The same row of a participant under another name.</summary>
    public ParticipantProgress Of(Participant participant) => new(_programme, participant, _cells, _sources, Service, Probing, Measured);

    /// <summary>A cell.</summary>
    /// <exception cref="ArgumentException">The programme has no such phase or step.</exception>
    public StepState this[string phase, string step] =>
        _programme.CellIndex(phase, step) is >= 0 and var i ? _cells[i] : throw new ArgumentException($"No cell {phase} {step}.", nameof(step));

    /// <summary>The cells of a phase, in the order of the steps.</summary>
    public ReadOnlySpan<StepState> In(string phase) => _cells.AsSpan(_programme.PhaseIndex(phase) * _programme.Steps.Length, _programme.Steps.Length);

    /// <summary>Whether anything is known of a cell: an entry of its own, or a source or the programme's own beginning for its phase.</summary>
    /// <param name="phase">Phase of the cell.</param>
    /// <param name="step">Step of the cell.</param>
    /// <param name="at">The instant that is looked at.</param>
    public bool Knows(string phase, string step, DateTimeOffset at) => this[phase, step].HasEntries || KnowsPhase(phase, at);

    /// <summary>Whether a source, or the programme's own beginning, speaks of a whole phase at an instant.</summary>
    public bool KnowsPhase(string phase, DateTimeOffset at) =>
        _sources[_programme.PhaseIndex(phase)] is not null || _programme.FindPhase(phase)?.KnownFrom <= at;

    /// <summary>Whether a step concerns the participant in a phase as things stand; what does not is neither done nor missing.</summary>
    public bool Applies(string phase, StepDefinition step) =>
        step.Applies is not { } rule
        || (Allows(phase, rule) && (rule.Names(Participant.Code) || (rule.Open && this[phase, step.Key].CountsAs != StepStatus.NotStarted)));

    /// <summary>Whether the participant may report a step in a phase: it concerns the participant, or would by being begun.</summary>
    public bool MayTake(string phase, StepDefinition step) =>
        step.Applies is not { } rule || (Allows(phase, rule) && (rule.Open || rule.Names(Participant.Code)));

    /// <summary>How many steps concern the participant in a phase.</summary>
    public int StepsOf(string phase) => _programme.IsForAll ? _programme.Steps.Length : _programme.Steps.Count(s => Applies(phase, s));

    /// <summary>How many of them are done.</summary>
    public int DoneOf(string phase)
    {
        var cells = In(phase);
        var done = 0;
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Status == StepStatus.Done && Applies(phase, _programme.Steps[i])) done++;
        return done;
    }

    private bool Allows(string phase, Applicability rule) =>
        (_programme.FindStep(rule.After) is not { } after || (this[phase, after.Key].CountsAs == StepStatus.Done && Applies(phase, after)))
        && (_programme.FindStep(rule.With) is not { } with || Applies(phase, with));

    /// <summary>The row after an event; replaying one that a cell has already seen changes nothing.</summary>
    public ParticipantProgress Evolve(StepEvent happened, string? phase, string? step, Actor by, DateTimeOffset at, long seq)
    {
        if (happened is StepEvent.ServiceChanged service)
            return seq <= Service?.LastSeq ? this : this with { Service = new(service.To, at, seq) };
        if (happened is StepEvent.ProbingChanged probing)
            return seq <= Probing?.LastSeq ? this : this with { Probing = new(probing.To, at, seq) };
        if (happened is StepEvent.FigureStated figure)
            return Measured.Evolve(figure, by, at, seq) is var figures && ReferenceEquals(figures, Measured) ? this : this with { Measured = figures };
        if (happened is StepEvent.SourceStated) return WithSource(phase!, at);
        var index = _programme.CellIndex(phase!, step!);
        // Of a phase or step that a later version of the programme has no more: the entry stays in the ledger and belongs to no cell.
        if (index < 0) return this;
        var cell = _cells[index];
        return seq <= (happened is StepEvent.Commented ? cell.CommentSeq : cell.LastSeq)
            ? this
            : new(_programme, Participant, _cells.SetItem(index, cell.Evolve(happened, by, at, seq)), _sources, Service, Probing, Measured);
    }

    private ParticipantProgress WithSource(string phase, DateTimeOffset at)
    {
        var index = _programme.PhaseIndex(phase);
        return index < 0 || _sources[index] <= at ? this : new(_programme, Participant, _cells, _sources.SetItem(index, at), Service, Probing, Measured);
    }
}
