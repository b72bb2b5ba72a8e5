using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Participants;

/// <summary>
/// Reads a participant set from csv. The head names the columns; <c>code</c> and <c>name</c> are required, <c>kind</c>, <c>region</c>,
/// <c>aliases</c> (separated by |) and <c>successor_2025</c> are read where they stand. Names contain no commas, so no quoting is needed.
/// </summary>
public static class ParticipantCsv
{
    /// <summary>Reads the text of a file; all mistakes come back together and then there is no set.</summary>
    /// <param name="key">The set's key.</param>
    /// <param name="file">The file's name, for the mistakes.</param>
    /// <param name="text">What the file says.</param>
    public static (ParticipantSet? Set, ImmutableArray<Mistake> Mistakes) Read(string key, string file, string text)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var lines = text.TrimStart('\uFEFF').Split('\n');
        var head = lines[0].Trim().Split(',');
        foreach (var required in (string[])["code", "name"])
            if (!head.Contains(required)) mistakes.Add(new(file, 1, 0, Message.Of("csv.column", required)));
        if (mistakes.Count > 0) return (null, mistakes.ToImmutable());

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var participants = new List<Participant>();
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            var cells = line.Split(',');
            if (cells.Length != head.Length)
            {
                mistakes.Add(new(file, i + 1, 0, Message.Of("csv.cells", $"{head.Length}", $"{cells.Length}")));
                continue;
            }
            var participant = Row(key, head, cells);
            if (participant.Code.Length == 0 || participant.Name.Length == 0) mistakes.Add(new(file, i + 1, 0, Message.Of("csv.empty")));
            else if (!seen.TryAdd(participant.Code, i + 1))
                mistakes.Add(new(file, i + 1, 0, Message.Of("csv.doubled", participant.Code, $"{seen[participant.Code]}")));
            else participants.Add(participant);
        }
        return mistakes.Count > 0 ? (null, mistakes.ToImmutable()) : (new(key, participants), []);
    }

    private static Participant Row(string key, string[] head, string[] cells)
    {
        string Cell(string column) => Array.IndexOf(head, column) is >= 0 and var at ? cells[at].Trim() : "";
        return new(
            new(key, Cell("code")), Cell("name"), Cell("kind"), Cell("region"),
            [.. Cell("aliases").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Cell("successor_2025") is { Length: > 0 } successor ? successor : null);
    }
}
