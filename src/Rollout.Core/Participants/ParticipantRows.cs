using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;

namespace Rollout.Core.Participants;

/// <summary>The rows of a participants' file as they are read: the first of a code says who it is, later ones which names it took.</summary>
internal sealed class ParticipantRows(string key)
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Participant> _participants = new(StringComparer.Ordinal);

    public ParticipantSet Set() => new(key, _participants.Values) { Lines = _lines };

    /// <summary>Takes a row; says what is wrong with it, or null.</summary>
    public Message? Add(int line, Func<string, string> cell)
    {
        var (code, name) = (cell("code"), cell("name"));
        if (code.Length == 0 || name.Length == 0) return Message.Of("csv.empty");
        DateOnly? from = null;
        if (cell("from") is { Length: > 0 } said)
        {
            if (!DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Message.Of("csv.date", said);
            from = day;
        }
        if (_participants.TryGetValue(code, out var known)) return from is { } since ? Later(known, since, cell) : Message.Of("csv.doubled", code, $"{_lines[code]}");
        var parts = Parts(cell("parts"));
        if (parts is null && cell("parts").Length > 0) return Message.Of("csv.parts", cell("parts"));
        _lines.Add(code, line);
        _participants.Add(code, new(
            new(key, code), name, cell("kind"), cell("region"), Aliases(cell("aliases")), cell("successor_2025") is { Length: > 0 } successor ? successor : null)
        { From = from, Parts = parts });
        return null;
    }

    private Message? Later(Participant was, DateOnly from, Func<string, string> cell)
    {
        var first = $"{_lines[was.Code]}";
        if (from <= (was.Later is [.., var last] ? last.From : was.From ?? DateOnly.MinValue)) return Message.Of("csv.later", was.Code, $"{from:yyyy-MM-dd}", first);
        foreach (var once in (string[])["region", "successor_2025", "parts"])
            if (cell(once).Length > 0) return Message.Of("csv.once", once, first);
        _participants[was.Code] = was with
        {
            Later = was.Later.Add(new(cell("name"), cell("kind") is { Length: > 0 } kind ? kind : was.KindOn(from), from)),
            Aliases = [.. was.Aliases, .. Aliases(cell("aliases"))],
        };
        return null;
    }

    private static ImmutableArray<string> Aliases(string cell) => [.. cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Whom a cell names, <c>provinces-63:02 08</c>; null when it names nobody.</summary>
    private static ParticipantParts? Parts(string cell) =>
        cell.Split(':', StringSplitOptions.TrimEntries) is [{ Length: > 0 } set, { Length: > 0 } codes] ? new(set, [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)]) : null;
}
