using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Baselines;

/// <summary>Where published lists place participants with the steps that their rules speak of: each row that names one leaves fewer statuses open.</summary>
internal sealed class StepPlaces(Programme programme)
{
    private static readonly int Any = Bit(StepStatus.NotStarted) | Bit(StepStatus.InProgress) | Bit(StepStatus.Reported) | Bit(StepStatus.Done);
    private readonly Dictionary<(Participant Participant, string Step), (int Open, int Row)> _places = [];

    /// <summary>A row names a participant; gives back the row that it contradicts, or null.</summary>
    public int? Place(Participant participant, string step, ImmutableArray<StepWord> words, int row)
    {
        var open = Statuses(words);
        if (!_places.TryGetValue((participant, step), out var told)) told = (Any, row);
        if ((told.Open & open) == 0) return told.Row;
        _places[(participant, step)] = (told.Open & open, told.Row);
        return null;
    }

    /// <summary>Whether rows place a participant with a step.</summary>
    public bool Knows(Participant participant, string step) => _places.ContainsKey((participant, step));

    /// <summary>Whether what is left open of a participant is all as a row asks; who is held up, only the row's own names tell.</summary>
    public bool Holds(StatusListDefinition definition, Participant participant) => definition.Steps.All(
        rule => !rule.Value.Contains(StepWord.Blocked) && _places.TryGetValue((participant, rule.Key), out var told) && (told.Open & ~Statuses(rule.Value)) == 0);

    /// <summary>The steps whose rules want everybody: those that concern only some as things go leave out who is none of them.</summary>
    public IEnumerable<string> Whole =>
        programme.Steps.Where(s => s.Applies is null or { After: null, With: null, Open: false } && programme.ListDefinitions.Any(l => l.Steps.ContainsKey(s.Key))).Select(s => s.Key);

    /// <summary>The least that the rows say; what they leave not begun they say nothing of.</summary>
    public ImmutableArray<PublishedStep> Least(ParticipantSet participants) =>
    [
        .. from place in _places
           let status = Enum.GetValues<StepStatus>().First(s => (place.Value.Open & Bit(s)) != 0)
           where status != StepStatus.NotStarted
           orderby participants.IndexOf(place.Key.Participant.Id)
           select new PublishedStep(place.Key.Participant, place.Key.Step, status, Assumed: false),
    ];

    private static int Statuses(ImmutableArray<StepWord> words) => words.Aggregate(0, (open, word) => open | word switch
    {
        StepWord.NotStarted => Bit(StepStatus.NotStarted),
        StepWord.InProgress => Bit(StepStatus.InProgress),
        StepWord.Reported => Bit(StepStatus.Reported),
        StepWord.Done => Bit(StepStatus.Done),
        StepWord.NotDone => Any & ~Bit(StepStatus.Done),
        // A blocked step counts as the status it came from, which no list tells.
        _ => Any,
    });

    private static int Bit(StepStatus status) => 1 << (int)status;
}
