using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rollout.Core.Participants;

/// <summary>
/// Those who take part in a programme, in official order. Several sets can take part together: then each stands whole, in the order in which
/// the programme names them, everyone keeps the identity of the own set, and no code is used twice.
/// </summary>
public sealed class ParticipantSet
{
    private readonly FrozenDictionary<string, int> _index;

    /// <summary>Makes a set; the participants are put into official order.</summary>
    /// <exception cref="ArgumentException">Two participants share a code.</exception>
    public ParticipantSet(string key, IEnumerable<Participant> participants) : this([key], [.. participants.Order(OfficialOrder.Instance)]) { }

    private ParticipantSet(ImmutableArray<string> keys, ImmutableArray<Participant> all)
    {
        (Keys, All) = (keys, all);
        Key = string.Join('+', keys);
        _index = All.Select((p, i) => (p.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The set's key, the name of its file without the ending; of several together their keys with a plus between them.</summary>
    public string Key { get; }

    /// <summary>The keys of the sets it is made of: its own, unless several take part together.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>The first day on which any of them existed; null from the beginning.</summary>
    public DateOnly? From => All.Any(p => p.From is null) ? null : All.Min(p => p.From);

    /// <summary>All of them, in official order.</summary>
    public ImmutableArray<Participant> All { get; }

    /// <summary>How many there are.</summary>
    public int Count => All.Length;

    /// <summary>Where each of them stands in the file, by code; empty when they come from none.</summary>
    internal IReadOnlyDictionary<string, int> Lines { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Several sets together; one alone is itself.</summary>
    /// <exception cref="ArgumentException">Two participants share a code: ask <see cref="SharedCodes"/> first.</exception>
    public static ParticipantSet Together(IReadOnlyList<ParticipantSet> sets) =>
        sets is [var only] ? only : new([.. sets.SelectMany(s => s.Keys)], [.. sets.SelectMany(s => s.All)]);

    /// <summary>The codes that several sets use, each with the first two who bear it: such sets cannot take part together.</summary>
    public static IEnumerable<(Participant First, Participant Second)> SharedCodes(IEnumerable<ParticipantSet> sets) =>
        sets.SelectMany(s => s.All).GroupBy(p => p.Code, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => (g.First(), g.ElementAt(1)));

    /// <summary>The set as a day calls its participants, in the official order of those names; itself when no name differs.</summary>
    public ParticipantSet On(DateOnly day) => All.All(p => ReferenceEquals(p, p.On(day))) ? this
        : new(Keys, [.. Keys.SelectMany(k => All.Where(p => p.Id.Set == k).Select(p => p.On(day)).Order(OfficialOrder.Instance))]) { Lines = Lines };

    /// <summary>Whether a set takes part: it is this one, or one of several together.</summary>
    public bool IsOf(string set) => set == Key || (Keys.Length > 1 && Keys.Contains(set));

    /// <summary>Place of a participant in the official order, or -1 when it is not of this set.</summary>
    public int IndexOf(string code) => _index.GetValueOrDefault(code, -1);

    /// <summary>Place of a participant in the official order, or -1 when it is not of this set: the same code of another set is somebody else.</summary>
    public int IndexOf(ParticipantId id) => IndexOf(id.Code) is >= 0 and var i && All[i].Id == id ? i : -1;

    /// <summary>The participant with a code, or null.</summary>
    public Participant? Find(string code) => IndexOf(code) is >= 0 and var i ? All[i] : null;

    /// <summary>The participant with an identity, or null.</summary>
    public Participant? Find(ParticipantId id) => IndexOf(id) is >= 0 and var i ? All[i] : null;

    /// <summary>The identity that a code means here; an unknown code is taken for one of the first set, where nobody bears it.</summary>
    public ParticipantId IdOf(string code) => Find(code)?.Id ?? new(Keys[0], code);
}
