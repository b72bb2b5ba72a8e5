using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rollout.Core.Participants;

/// <summary>Those who take part in a programme, in official order.</summary>
public sealed class ParticipantSet
{
    private readonly FrozenDictionary<string, int> _index;

    /// <summary>Makes a set; the participants are put into official order.</summary>
    /// <exception cref="ArgumentException">Two participants share a code.</exception>
    public ParticipantSet(string key, IEnumerable<Participant> participants)
    {
        Key = key;
        All = [.. participants.Order(OfficialOrder.Instance)];
        _index = All.Select((p, i) => (p.Code, i)).ToFrozenDictionary(p => p.Code, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>The set's key, the name of its file without the ending.</summary>
    public string Key { get; }

    /// <summary>All of them, in official order.</summary>
    public ImmutableArray<Participant> All { get; }

    /// <summary>How many there are.</summary>
    public int Count => All.Length;

    /// <summary>Place of a participant in the official order, or -1 when it is not of this set.</summary>
    public int IndexOf(string code) => _index.GetValueOrDefault(code, -1);

    /// <summary>The participant with a code, or null.</summary>
    public Participant? Find(string code) => IndexOf(code) is >= 0 and var i ? All[i] : null;
}
