using System.Globalization;
using System.Text;

namespace Rollout.Storage.Contents;

/// <summary>Names of files as somebody gave them, made harmless: no path, nothing unseen, not too long, ending as the content says.</summary>
public static class FileNames
{
    /// <summary>How long a name may be.</summary>
    public const int Longest = 120;

    /// <summary>A name that can be shown and saved.</summary>
    public static string Clean(string? name, FileKind kind)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var plain = string.Concat(Normal(last).EnumerateRunes().Select(Seen)).Trim();
        var ending = kind.Endings.FirstOrDefault(e => plain.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var stem = ending is not null ? plain[..^ending.Length] : WithoutForeignEnding(plain);
        stem = stem.Trim(' ', '.');
        return Cut(stem.Length == 0 ? "file" : stem, Longest - (ending ?? kind.Endings[0]).Length) + (ending ?? kind.Endings[0]);
    }

    /// <summary>A picture called .pdf becomes one called .png; any other ending may be part of the name ("v1.2") and stays.</summary>
    private static string WithoutForeignEnding(string name) =>
        FileKind.All.SelectMany(k => k.Endings).FirstOrDefault(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } foreign ? name[..^foreign.Length] : name;

    /// <summary>Control characters would break headers, format characters turn a name around ("fdp.exe" read backwards).</summary>
    private static string Seen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
        _ => rune.ToString(),
    };

    private static string Normal(string name)
    {
        // Halves of surrogate pairs become U+FFFD: they cannot be normalised.
        var whole = string.Concat(name.EnumerateRunes().Select(r => r.ToString()));
        return whole.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Never through the middle of a letter with its marks.</summary>
    private static string Cut(string stem, int most)
    {
        if (stem.Length <= most) return stem;
        var cut = new StringBuilder();
        var letters = StringInfo.GetTextElementEnumerator(stem);
        while (letters.MoveNext() && cut.Length + letters.GetTextElement().Length <= most) cut.Append(letters.GetTextElement());
        return cut.ToString().TrimEnd(' ', '.');
    }
}
