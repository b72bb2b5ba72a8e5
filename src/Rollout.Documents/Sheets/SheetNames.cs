using Rollout.Documents.Strings;

namespace Rollout.Documents.Sheets;

/// <summary>Makes names that Excel accepts: a file with one it does not accept is called damaged.</summary>
internal static class SheetNames
{
    private const int Longest = 31;
    private const string Forbidden = "[]:*?/\\";

    /// <summary>Names of sheets: cleaned, cut, and apart even for those who do not tell capitals.</summary>
    public static string[] Of(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            // Excel keeps this one for itself.
            "History",
        };
        return [.. names.Select(n => Apart(Clean(n), Longest, taken))];
    }

    /// <summary>Headings of a table: on one line, none empty, none twice.</summary>
    public static string[] Headings(IEnumerable<string> headings)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. headings.Select((h, i) => Apart(OneLine(h) is { Length: > 0 } line ? line : $"Column{i + 1}", 255, taken))];
    }

    private static string Clean(string name)
    {
        var line = string.Concat(OneLine(name).Select(c => Forbidden.Contains(c) ? ' ' : c)).Trim(' ', '\'');
        return line.Length > 0 ? line : "Sheet";
    }

    private static string OneLine(string text) => string.Join(' ', PrintText.Lines(text)).Replace('\t', ' ').Trim();

    private static string Apart(string name, int longest, HashSet<string> taken)
    {
        for (var i = 1; ; i++)
        {
            var suffix = i == 1 ? "" : $" ({i})";
            var candidate = Cut(name, longest - suffix.Length) + suffix;
            if (taken.Add(candidate)) return candidate;
        }
    }

    private static string Cut(string name, int length)
    {
        if (name.Length <= length) return name;
        // Half a surrogate pair is no character.
        var end = char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        return name[..end].TrimEnd(' ', '\'');
    }
}
