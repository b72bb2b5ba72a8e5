using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Appendices;

/// <summary>
/// Divides the names of a row at commas and semicolons. A line break inside a name is a space; where a comma was left out at a line's end, or
/// each name has a line of its own, the lines are joined to the names they make.
/// </summary>
internal sealed class NameSplitter(ParticipantSet participants)
{
    private const int MostLines = 100;
    private readonly NameMatcher _names = new(participants);

    /// <summary>Whether a text begins with a name.</summary>
    public bool BeginsWithName(string text)
    {
        var words = text.Split((char[]?)null, 8, StringSplitOptions.RemoveEmptyEntries);
        for (var n = 1; n <= Math.Min(words.Length, 7); n++)
            if (_names.Find(string.Join(' ', words[..n])) is not null) return true;
        return false;
    }

    /// <summary>The names of a text.</summary>
    /// <param name="lines">Its lines, each with where it stands.</param>
    public ImmutableArray<FoundName> Split(IEnumerable<(int Line, string Text)> lines)
    {
        var names = ImmutableArray.CreateBuilder<FoundName>();
        var piece = new List<(int Line, string Text)>();
        foreach (var (line, text) in lines)
        {
            var parts = text.Split(',', ';', '\uFF0C', '\u061B');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0) End();
                if (!string.IsNullOrWhiteSpace(parts[i])) piece.Add((line, parts[i].Trim()));
            }
        }
        End();
        return names.ToImmutable();

        void End()
        {
            // A full stop or a dash alone is no name.
            if (Folded.Of(string.Concat(piece.Select(p => p.Text))).Length > 0) names.AddRange(Names(piece));
            piece.Clear();
        }
    }

    private List<FoundName> Names(List<(int Line, string Text)> piece)
    {
        var whole = Join(piece, 0, piece.Count);
        if (piece.Count == 1 || piece.Count > MostLines || _names.Find(whole.Text) is not null) return [whole];
        return Divide(piece) ?? [whole];
    }

    /// <summary>The lines joined to known names, all of them; null when they make none.</summary>
    private List<FoundName>? Divide(List<(int Line, string Text)> piece)
    {
        // From each line on: after how many lines a name ends so that the rest divides too.
        var ends = new int[piece.Count + 1];
        for (var from = piece.Count - 1; from >= 0; from--)
            for (var to = from + 1; to <= Math.Min(piece.Count, from + 6) && ends[from] == 0; to++)
                if ((to == piece.Count || ends[to] > 0) && _names.Find(Join(piece, from, to).Text) is not null) ends[from] = to;
        if (ends[0] == 0) return null;
        var names = new List<FoundName>();
        for (var from = 0; from < piece.Count; from = ends[from]) names.Add(Join(piece, from, ends[from]));
        return names;
    }

    private static FoundName Join(List<(int Line, string Text)> piece, int from, int to) =>
        new(Folded.OneLine(string.Join(' ', piece[from..to].Select(p => p.Text))), piece[from].Line);
}
