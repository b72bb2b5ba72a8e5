using System.Globalization;
using System.Text.RegularExpressions;

namespace Rollout.Core.Programmes;

/// <summary>What the rule of a list asks of a measure: a comparison such as <c>&gt; 20</c>, or <c>none</c>, that there is no figure.</summary>
/// <param name="Measure">Key of the measure.</param>
/// <param name="Operator">One of <c>&lt; &lt;= &gt; &gt;= ==</c>; empty for none.</param>
/// <param name="Value">What the figure is compared with.</param>
public sealed partial record MeasureRule(string Measure, string Operator, decimal Value)
{
    private const string None = "none";

    /// <summary>Reads a rule; null when it is none.</summary>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="text">What the file says.</param>
    public static MeasureRule? Parse(string measure, string text)
    {
        if (text == None) return new(measure, "", 0);
        var match = Grammar().Match(text);
        return match.Success && decimal.TryParse(match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new(measure, match.Groups["operator"].Value, value)
            : null;
    }

    /// <summary>Whether a figure is as asked. No figure is not zero: no comparison holds of it.</summary>
    public bool Holds(decimal? figure) => (Operator, figure) switch
    {
        ("", _) => figure is null,
        (_, null) => false,
        ("<", { } said) => said < Value,
        ("<=", { } said) => said <= Value,
        (">", { } said) => said > Value,
        (">=", { } said) => said >= Value,
        (_, { } said) => said == Value,
    };

    [GeneratedRegex(@"^\s*(?<operator>==|<=|>=|<|>)\s*(?<value>-?[0-9]+(\.[0-9]+)?)\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grammar();
}
