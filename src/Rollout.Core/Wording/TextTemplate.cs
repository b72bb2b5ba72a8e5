using System.Text.RegularExpressions;

namespace Rollout.Core.Wording;

/// <summary>A sentence of a programme file with places to fill: <c>Tính đến ngày {asOf}</c>.</summary>
public static partial class TextTemplate
{
    /// <summary>The names of the places of a sentence.</summary>
    public static IEnumerable<string> Places(string text) => Place().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The sentence with its places filled; a place of which nothing is said stays as it is written.</summary>
    public static string Fill(string text, params ReadOnlySpan<(string Place, string Says)> facts)
    {
        foreach (var (place, says) in facts) text = text.Replace($"{{{place}}}", says, StringComparison.Ordinal);
        return text;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
