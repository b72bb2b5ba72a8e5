using System.Globalization;
using System.Text;

namespace Rollout.Core.Participants;

/// <summary>Folds Vietnamese text to what people type without a Vietnamese keyboard.</summary>
public static class PlainText
{
    /// <summary>The text in lower case with its marks stripped and đ as d; spaces and punctuation stay.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(c is '\u0111' or '\u0110' ? 'd' : char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }
}
