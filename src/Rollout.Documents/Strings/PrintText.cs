using System.Text;

namespace Rollout.Documents.Strings;

/// <summary>Text as a file can hold it.</summary>
internal static class PrintText
{
    /// <summary>
    /// Composed (NFC), so that what one machine typed as letter and mark is found by another's search; without characters that XML 1.0
    /// forbids, since one of them would make the whole file unreadable.
    /// </summary>
    public static string Of(string text)
    {
        if (IsPlain(text)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (IsAllowed(rune.Value)) kept.Append(rune.ToString());
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The lines of a text.</summary>
    public static string[] Lines(string text) => Of(text).ReplaceLineEndings("\n").Split('\n');

    /// <summary>Nearly every text is as it should be: found out without a copy.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
            if (char.IsSurrogate(letter) || !IsAllowed(letter)) return false;
        return text.IsNormalized(NormalizationForm.FormC);
    }

    private static bool IsAllowed(int character) => character is '\t' or '\n' or '\r' or (>= ' ' and not (0xFFFE or 0xFFFF));
}
