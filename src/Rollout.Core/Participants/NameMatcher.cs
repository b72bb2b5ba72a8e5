using System.Collections.Frozen;
using Rollout.Core.Wording;

namespace Rollout.Core.Participants;

/// <summary>
/// Recognises participants by the names that documents use: aliases, other placements of marks, line breaks and doubled spaces inside a
/// name, a leading "TP" or kind word, and names that were taken later.
/// </summary>
public sealed class NameMatcher
{
    private readonly FrozenDictionary<string, Participant> _byName;
    private readonly ParticipantSet _set;

    /// <summary>Makes a matcher for a set.</summary>
    public NameMatcher(ParticipantSet set)
    {
        _set = set;
        var names = new Dictionary<string, Participant>(StringComparer.Ordinal);
        foreach (var participant in set.All)
            foreach (var name in (string[])[.. Forms(participant.Name, participant.Kind), .. participant.Aliases, .. participant.Later.SelectMany(n => Forms(n.Name, n.Kind))])
                names.TryAdd(Fold(name), participant);
        _byName = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The participant that a name means, or null.</summary>
    public Participant? Find(string name) => _byName.GetValueOrDefault(Fold(name));

    /// <summary>The known name nearest to one that matched nobody, or null when nothing is near.</summary>
    public string? Hint(string name) => Nearest.To(name, _set.All.Select(p => p.Name), Fold);

    /// <summary>A name alone and behind its kind.</summary>
    private static string[] Forms(string name, string kind) => [name, $"{kind} {name}", $"{Short(kind)} {name}"];

    /// <summary>A kind of several words is written by its initials: "TP Cần Thơ".</summary>
    private static string Short(string kind) => kind.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words ? string.Concat(words.Select(w => w[..1])) : kind;

    /// <summary>Letters and digits only, without marks: <c>Bà Rịa –\nVũng Tàu</c> and <c>Ba Ria-Vung Tau</c> fold to the same.</summary>
    private static string Fold(string name) => string.Concat(PlainText.Of(name).Where(char.IsLetterOrDigit));
}
