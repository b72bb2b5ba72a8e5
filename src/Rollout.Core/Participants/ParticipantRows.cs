using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;

namespace Rollout.Core.Participants;

/// <summary>The rows of a participants' file as they are read: the first of a code says who it is, later ones which names it took.</summary>
internal sealed class ParticipantRows(string key)
{
    private readonly Dictionary<string, (int Line, Participant Participant)> _rows = new(StringComparer.Ordinal);

    public ParticipantSet Set() =>
        new(key, _rows.Values.Select(r => r.Participant)) { Lines = _rows.ToDictionary(r => r.Key, r => r.Value.Line, StringComparer.Ordinal) };

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
        if (_rows.TryGetValue(code, out var known)) return from is { } since ? Later(known, since, cell) : Message.Of("csv.doubled", code, $"{known.Line}");
        if (Parts(cell("parts")) is not { } parts) return Message.Of("csv.parts", cell("parts"));
        _rows.Add(code, (line, new(
            new(key, code), name, cell("kind"), cell("region"), Aliases(cell("aliases")), cell("successor_2025") is { Length: > 0 } successor ? successor : null)
        { From = from, Parts = parts }));
        return null;
    }

    private Message? Later((int Line, Participant Participant) known, DateOnly from, Func<string, string> cell)
    {
        var (line, was) = known;
        if (from <= (was.Later is [.., var last] ? last.From : was.From ?? DateOnly.MinValue)) return Message.Of("csv.later", was.Code, $"{from:yyyy-MM-dd}", $"{line}");
        foreach (var once in (string[])["region", "successor_2025", "parts"])
            if (cell(once).Length > 0) return Message.Of("csv.once", once, $"{line}");
        _rows[was.Code] = (line, was with
        {
            Later = was.Later.Add(new(cell("name"), cell("kind") is { Length: > 0 } kind ? kind : was.KindOn(from), from)),
            Aliases = [.. was.Aliases, .. Aliases(cell("aliases"))],
        });
        return null;
    }

    private static ImmutableArray<string> Aliases(string cell) => [.. cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Whom a cell names, <c>provinces-63:02 08</c>; null when it is written otherwise.</summary>
    private static ImmutableArray<ParticipantId>? Parts(string cell)
    {
        if (cell.Length == 0) return ImmutableArray<ParticipantId>.Empty;
        if (cell.Split(':', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } set, { Length: > 0 } codes]) return null;
        return [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new ParticipantId(set, code))];
    }
}
