using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Appendices;

/// <summary>
/// Finds the rows of the lists in running text, as it comes out of a pdf: a row begins with its number before a title, the title breaks over
/// lines, the count stands alone or inside a line, names break over lines and pages. What stands before the first row, heads repeated on every
/// page, page numbers and everything from the next appendix on are left out.
/// </summary>
internal sealed partial class AppendixText(Programme programme, ParticipantSet participants)
{
    private const int MostCounts = 8;
    private readonly TitleMatch _titles = new(programme);
    private readonly NameSplitter _names = new(participants);
    private readonly HashSet<string> _heads = Heads(programme);

    /// <summary>The rows of a text.</summary>
    public ImmutableArray<FoundRow> Rows(string text)
    {
        var lines = text.Split('\n');
        var starts = new List<(int Line, string Number)>();
        var end = lines.Length;
        for (var i = 0; i < lines.Length && starts.Count < AppendixReader.MostRows; i++)
        {
            if (starts.Count > 0 && IsNextAppendix(lines[i]))
            {
                end = i;
                break;
            }
            if (RowNumber().Match(lines[i]) is { Success: true } match && Begins(lines, i, match, starts.Count == 0 ? null : starts[^1].Number))
                starts.Add((i, match.Groups["number"].Value));
        }
        return [.. starts.Select((s, i) => Row(lines, s.Line, i + 1 < starts.Count ? starts[i + 1].Line : end, s.Number))];
    }

    /// <summary>A title follows; or the number is the next one and what follows is neither a name nor nothing: a row with a title nobody knows.</summary>
    private bool Begins(string[] lines, int line, Match match, string? before)
    {
        var rest = lines[line][match.Length..];
        var (follows, last) = (rest, line);
        while (follows.Length < 2 * _titles.Longest && ++last < lines.Length && last < line + 12) follows += " " + lines[last];
        var folded = Folded.Of(follows);
        if (folded.Length == 0 || char.IsAsciiDigit(folded[0])) return false;
        if (_titles.Begins(folded)) return true;
        return Whole(before) is { } previous && Whole(match.Groups["number"].Value) == previous + 1 && programme.ListDefinitions.Any(l => l.Number == previous + 1)
            && Folded.Of(rest).Length > 0 && !rest.Contains(',', StringComparison.Ordinal) && !_names.BeginsWithName(follows);
    }

    private FoundRow Row(string[] lines, int from, int to, string number)
    {
        var body = lines[from..to];
        body[0] = RowNumber().Replace(body[0], "", 1);
        var text = string.Join('\n', body.Select((l, i) => i > 0 && IsHead(l) ? "" : l));
        var (titleEnd, namesStart, count) = Count(text, Whole(number));
        var names = new List<(int, string)>();
        var line = from + 1 + text[..namesStart].Count(c => c == '\n');
        foreach (var part in text[namesStart..].Split('\n'))
        {
            // A number alone on a line among names is that of a page.
            if (Whole(part) is null) names.Add((line, part));
            line++;
        }
        return new(from + 1, number, Folded.OneLine(text[..titleEnd]), count, _names.Split(names));
    }

    /// <summary>Of the numbers that stand alone the one before which a title ends; without any, the end of what is most like a title.</summary>
    private (int TitleEnd, int NamesStart, string Count) Count(string text, int? number)
    {
        var found = StandingAlone().Matches(text).Take(MostCounts).Select(m => (Match: m, Nearest: _titles.Nearest(text[..m.Index], number))).ToList();
        if (found.Count > 0 && found.MinBy(f => f.Nearest.Distance) is { Nearest.Alike: true } best) return (best.Match.Index, best.Match.Index + best.Match.Length, best.Match.Value);
        var ends = WordEnd().Matches(text).Select(m => m.Index + m.Length).TakeWhile(e => e <= 3 * _titles.Longest).ToList();
        var like = ends.Select(e => (End: e, Nearest: _titles.Nearest(text[..e], number))).Where(e => e.Nearest.Alike).ToList();
        if (like.Count > 0)
        {
            var end = like.MinBy(e => e.Nearest.Distance).End;
            return (end, end, "");
        }
        return found.Count > 0 ? (found[0].Match.Index, found[0].Match.Index + found[0].Match.Length, found[0].Match.Value) : (text.Length, text.Length, "");
    }

    private bool IsHead(string line) => Folded.Of(line) is { Length: > 0 } folded && _heads.Contains(folded);

    private bool IsNextAppendix(string line)
    {
        if (line.Length > 80 || IsHead(line)) return false;
        var words = Words(line);
        return Names(programme).Select(Words).Any(name =>
        {
            var stem = name.Length > 1 && Ordinal().IsMatch(name[^1]) ? name[..^1] : name;
            return words.Length >= stem.Length && words.Length <= stem.Length + 1 && words.AsSpan(0, stem.Length).SequenceEqual(stem)
                && (words.Length == stem.Length || Ordinal().IsMatch(words[^1]));
        });
    }

    private static string[] Words(string text) => PlainText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Names(Programme programme) => [programme.Appendix.Name.Default, .. programme.Appendix.Name.Others.Values];

    /// <summary>What is printed again on every page: the appendix's own name, and the table's head, cell by cell or in one line.</summary>
    private static HashSet<string> Heads(Programme programme)
    {
        var columns = programme.Appendix.Columns;
        var languages = columns.SelectMany(c => c.Others.Keys).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. Names(programme).Select(Folded.Of), .. columns.SelectMany(c => (string[])[c.Default, .. c.Others.Values]).Select(Folded.Of),
            Folded.Of(string.Concat(columns.Select(c => c.Default))), .. languages.Select(l => Folded.Of(string.Concat(columns.Select(c => c.In(l))))),
        ];
    }

    private static int? Whole(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\s*(?<number>[0-9]{1,3})(?:[.)](?=\s|$)|(?=\s|$))\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RowNumber();

    [GeneratedRegex(@"(?<!\S)[0-9]{1,4}(?!\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StandingAlone();

    [GeneratedRegex(@"\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordEnd();

    [GeneratedRegex("^([ivxlc]+|[0-9]+|[a-z])[.:]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ordinal();
}
