using System.Globalization;
using System.Text.RegularExpressions;
using Rollout.Core.Calendar;

namespace Rollout.Core.Programmes;

/// <summary>
/// One comparison over an answer: <c>status == 200</c>, <c>latency &lt; 2s</c>, <c>json $.status == "UP"</c>, <c>header content-type contains
/// "json"</c>, <c>body contains "2.002621"</c>, <c>certificate &gt; 30d</c>. One a line; more than that is a probe of its own.
/// </summary>
/// <param name="Subject">What is looked at.</param>
/// <param name="Path">The header's name or the JSON path, empty for the others.</param>
/// <param name="Operator">One of <c>== != &lt; &lt;= &gt; &gt;= contains matches</c>.</param>
/// <param name="Value">What it is compared with: text without its quotes; durations in seconds.</param>
/// <param name="Source">The comparison as it was written, for people.</param>
public sealed partial record Condition(ConditionSubject Subject, string Path, string Operator, string Value, string Source)
{
    /// <summary>Reads a comparison; null when it is not one.</summary>
    public static Condition? Parse(string text)
    {
        var match = Grammar().Match(text);
        if (!match.Success || !Enum.TryParse<ConditionSubject>(match.Groups["subject"].Value, ignoreCase: true, out var subject)) return null;
        var path = match.Groups["path"].Value;
        var value = match.Groups["value"].Value.Trim().Trim('"');
        var needsPath = subject is ConditionSubject.Header or ConditionSubject.Json;
        if (needsPath != path.Length > 0) return null;
        var number = subject switch
        {
            ConditionSubject.Latency or ConditionSubject.Certificate => DurationText.Parse(value)?.TotalSeconds,
            ConditionSubject.Status => int.TryParse(value, CultureInfo.InvariantCulture, out var status) ? status : null,
            _ => 0d,
        };
        if (number is null) return null;
        if (subject is ConditionSubject.Latency or ConditionSubject.Certificate) value = number.Value.ToString("R", CultureInfo.InvariantCulture);
        return new(subject, path, match.Groups["operator"].Value, value, text.Trim());
    }

    [GeneratedRegex("""^\s*(?<subject>[a-z]+)(?:\s+(?<path>[$\w][\w.$\[\]-]*))?\s*(?<operator>==|!=|<=|>=|<|>|\bcontains\b|\bmatches\b)\s*(?<value>"[^"]*"|[^\s"]\S*)\s*$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grammar();
}
