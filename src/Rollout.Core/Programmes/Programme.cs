using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>
/// One rollout, declared in one YAML file: who leads it, who takes part, to which systems they connect, in which phases and steps, how each
/// step settles and which lists are published. Nothing else in the program knows a programme's words.
/// </summary>
public sealed record Programme
{
    private readonly FrozenDictionary<string, int> _phaseIndex;
    private readonly FrozenDictionary<string, int> _stepIndex;

    /// <summary>Makes a programme whose parts have been checked by <see cref="ProgrammeYaml"/>.</summary>
    public Programme(string key, ImmutableArray<Phase> phases, ImmutableArray<Part> parts)
    {
        (Key, Phases, Parts) = (key, phases, parts);
        Steps = [.. parts.SelectMany(p => p.Steps)];
        IsForAll = Steps.All(s => s.Applies is null);
        _phaseIndex = phases.Select((p, i) => (p.Key, i)).ToFrozenDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        _stepIndex = Steps.Select((s, i) => (s.Key, i)).ToFrozenDictionary(s => s.Key, s => s.i, StringComparer.Ordinal);
    }

    /// <summary>Key, the name of its file without the ending.</summary>
    public string Key { get; }

    /// <summary>Its phases in order; the first is the default.</summary>
    public ImmutableArray<Phase> Phases { get; }

    /// <summary>Its parts in order.</summary>
    public ImmutableArray<Part> Parts { get; }

    /// <summary>The steps of all parts, in order; the same in every phase.</summary>
    public ImmutableArray<StepDefinition> Steps { get; }

    /// <summary>Full title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Key of the lead agency, whose people are the monitors.</summary>
    public required string Lead { get; init; }

    /// <summary>Keys of the sets that take part, in the order in which they stand on its board; usually one.</summary>
    public required ImmutableArray<string> ParticipantSets { get; init; }

    /// <summary>What one participant is called in titles ("địa phương").</summary>
    public required LocalizedText ParticipantWord { get; init; }

    /// <summary>Key of the outlines that draw its map, or null when it has none.</summary>
    public string? Map { get; init; }

    /// <summary>Its place among the programmes of an installation; null behind those that have one, by the name of its file.</summary>
    public int? Order { get; init; }

    /// <summary>What a participant's contact may read.</summary>
    public ReadingScope Reading { get; init; }

    /// <summary>The agencies it names, the lead included.</summary>
    public required ImmutableArray<Organisation> Organisations { get; init; }

    /// <summary>The documents it rests on.</summary>
    public required ImmutableArray<SourceDocument> Documents { get; init; }

    /// <summary>The central systems.</summary>
    public required ImmutableArray<ConnectedSystem> Systems { get; init; }

    /// <summary>The checks.</summary>
    public required ImmutableArray<ProbeDefinition> Probes { get; init; }

    /// <summary>When results move a step.</summary>
    public required VerificationPolicy Verification { get; init; }

    /// <summary>The status lists, by number.</summary>
    public required ImmutableArray<StatusListDefinition> ListDefinitions { get; init; }

    /// <summary>How the lists are headed in print.</summary>
    public required AppendixForm Appendix { get; init; }

    /// <summary>How the minutes of tests are worded, or null when no step has any.</summary>
    public MinutesForm? Minutes { get; init; }

    /// <summary>How reports of what moved are worded, or null when there are none.</summary>
    public ChangesForm? Changes { get; init; }

    /// <summary>How the page for the weekly meeting is worded, or null when there is none.</summary>
    public WeeklyForm? Weekly { get; init; }
    /// <summary>How a participant's checklist is headed in print, or null when it is not printed.</summary>
    public ChecklistForm? Checklist { get; init; }

    /// <summary>How the progress report is worded, or null when there is none.</summary>
    public ProgressForm? Progress { get; init; }

    /// <summary>How the letter that reminds is worded, or null when there is none.</summary>
    public LetterForm? Letter { get; init; }

    /// <summary>Which reports it collects, or null when it collects none.</summary>
    public CollectionForm? Collection { get; init; }

    /// <summary>The service behind it, or null when it has none.</summary>
    public ServiceTerms? Service { get; init; }

    /// <summary>The words it explains.</summary>
    public Glossary Glossary { get; init; } = Glossary.Empty;

    /// <summary>That it is closed, or null while it is open.</summary>
    public ProgrammeClosing? Closing { get; init; }

    /// <summary>The published states it starts from.</summary>
    public ImmutableArray<BaselineSource> Baselines { get; init; } = [];

    /// <summary>What is counted per participant and period.</summary>
    public ImmutableArray<MeasureDefinition> Measures { get; init; } = [];

    /// <summary>What documents say of the whole, without names.</summary>
    public ImmutableArray<PublishedFigure> PublishedFigures { get; init; } = [];

    /// <summary>Until when every step is due that has no deadline of its own.</summary>
    public DueTerms Due { get; init; } = DueTerms.None;

    /// <summary>Within how many working days something is soon due.</summary>
    public int SoonWithin { get; init; } = DeadlineReader.UsuallySoon;

    /// <summary>The kinds of obstacle one may name when a step is blocked, key and text.</summary>
    public required ImmutableArray<KeyValuePair<string, LocalizedText>> BlockerKinds { get; init; }

    /// <summary>How many cells a participant has: steps times phases.</summary>
    public int CellCount => Phases.Length * Steps.Length;

    /// <summary>Whether every step concerns everybody.</summary>
    public bool IsForAll { get; }

    /// <summary>The phase with a key, or null.</summary>
    public Phase? FindPhase(string? key) => key is not null && _phaseIndex.TryGetValue(key, out var i) ? Phases[i] : null;

    /// <summary>The step with a number, or null.</summary>
    public StepDefinition? FindStep(string? key) => key is not null && _stepIndex.TryGetValue(key, out var i) ? Steps[i] : null;

    /// <summary>The system with a key, or null.</summary>
    public ConnectedSystem? FindSystem(string? key) => Systems.FirstOrDefault(s => s.Key == key);

    /// <summary>The agency with a key, or null.</summary>
    public Organisation? FindOrganisation(string? key) => Organisations.FirstOrDefault(o => o.Key == key);

    /// <summary>The document with a key, or null.</summary>
    public SourceDocument? FindDocument(string? key) => Documents.FirstOrDefault(d => d.Key == key);

    /// <summary>The probe with a key, or null.</summary>
    public ProbeDefinition? FindProbe(string? key) => Probes.FirstOrDefault(p => p.Key == key);

    /// <summary>The measure with a key, or null.</summary>
    public MeasureDefinition? FindMeasure(string? key) => Measures.FirstOrDefault(m => m.Key == key);

    /// <summary>The part a step belongs to.</summary>
    public Part PartOf(StepDefinition step) => Parts.First(p => p.Key == step.Part);

    /// <summary>Until when a step is due in a phase, by its own deadline or the whole programme's; null when nothing says.</summary>
    public Deadline? DeadlineOf(string phase, StepDefinition step) => step.Due.In(phase) ?? Due.In(phase);

    /// <summary>Place of a cell in a participant's row, or -1 when the phase or the step is unknown.</summary>
    public int CellIndex(string phase, string step) =>
        _phaseIndex.TryGetValue(phase, out var p) && _stepIndex.TryGetValue(step, out var s) ? (p * Steps.Length) + s : -1;

    /// <summary>Place of a phase in the order of phases, or -1.</summary>
    public int PhaseIndex(string phase) => _phaseIndex.TryGetValue(phase, out var i) ? i : -1;
}
