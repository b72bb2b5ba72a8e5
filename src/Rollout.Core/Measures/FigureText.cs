using System.Globalization;
using System.Text.RegularExpressions;

namespace Rollout.Core.Measures;

/// <summary>
/// Numbers as people type them in tables, in either country's way: <c>44,47 %</c>, <c>44.47</c>, <c>2.524.892</c>, <c>2,524,892</c>,
/// <c>2 524 892</c>.
/// </summary>
public static partial class FigureText
{
    /// <summary>Reads a number; null when it is none.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="decimals">The most decimals that are taken: where one separator before three digits could mean either, fewer mean thousands.</param>
    public static decimal? Read(string text, int decimals)
    {
        if (Typed().Match(text) is not { Success: true } match) return null;
        var digits = string.Concat(match.Groups["number"].Value.Where(c => !char.IsWhiteSpace(c)));
        var separators = digits.Where(c => c is '.' or ',').ToList();
        var last = digits.LastIndexOfAny(['.', ',']);
        var grouped = Grouped().IsMatch(digits);
        // Of two kinds the last one ends the whole; of one kind that stands several times each ends a group.
        var whole = separators.Count == 0 || (grouped && (separators.Count > 1 || decimals < 3));
        if (!whole && separators.Count(c => c == digits[last]) > 1) return null;
        if (!whole && separators.Count > 1 && !Grouped().IsMatch(digits[..last])) return null;
        var plain = whole ? Strip(digits) : $"{Strip(digits[..last])}.{digits[(last + 1)..]}";
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string Strip(string digits) => digits.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(?<number>-?([0-9]+([.,][0-9]+)*|[0-9]{1,3}([ \u00A0\u202F][0-9]{3})+([.,][0-9]+)?))\s*%?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Typed();

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}((\.[0-9]{3})+|(,[0-9]{3})+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped();
}
