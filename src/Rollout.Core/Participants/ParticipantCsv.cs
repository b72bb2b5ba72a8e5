using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Participants;

/// <summary>
/// Reads a participant set from csv. The head names the columns; <c>code</c> and <c>name</c> are required, <c>kind</c>, <c>region</c>,
/// <c>aliases</c> (separated by |), <c>successor_2025</c>, <c>parts</c> (whom of an earlier set it took over: <c>provinces-63:02 08</c>) and
/// <c>from</c> (the first day the row holds) are read where they stand. A code may come again further down with a later <c>from</c>: the row
/// then says the name, kind and aliases since that day, and nothing else. A cell with commas stands in quotes.
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

        var rows = new ParticipantRows(key);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (CsvLine.Cells(line) is not { } cells) Wrong(Message.Of("csv.quote"));
            else if (cells.Length != head.Length) Wrong(Message.Of("csv.cells", $"{head.Length}", $"{cells.Length}"));
            else if (rows.Add(i + 1, column => Array.IndexOf(head, column) is >= 0 and var at ? cells[at].Trim() : "") is { } wrong) Wrong(wrong);

            void Wrong(Message message) => mistakes.Add(new(file, i + 1, 0, message));
        }
        return mistakes.Count > 0 ? (null, mistakes.ToImmutable()) : (rows.Set(), []);
    }
}
