using System.Text;
using Rollout.Core.Participants;

namespace Rollout.Core.Appendices;

/// <summary>Text as it is compared: its letters and digits, without marks and case.</summary>
internal static class Folded
{
    /// <summary>Letters and digits only.</summary>
    public static string Of(string text) => string.Concat(PlainText.Of(text).Where(char.IsLetterOrDigit));

    /// <summary>Text that can be folded at all: halves of characters, which no normal form takes, are replaced, and every line ends alike.</summary>
    public static string Clean(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is not (0 or 0xFFFE or 0xFFFF)) whole.Append(rune.ToString());
        return whole.ToString().TrimStart('\uFEFF').ReplaceLineEndings("\n");
    }

    /// <summary>One line, single spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
