using System.Globalization;

namespace Rollout.Core.Wording;

/// <summary>The one spelling of a number in files, in the ledger and in the public contract: a point, no exponent, no needless noughts.</summary>
public static class ExactNumber
{
    private const string Form = "0.############################";

    /// <summary>The number as text: <c>44.47</c>, <c>20.5</c>, <c>2524892</c>.</summary>
    public static string Of(decimal value) => value == 0 ? "0" : value.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a number as people write it in files: digits, a point, a sign before it; null when it is none.</summary>
    public static decimal? Find(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Reads a number spelt as <see cref="Of"/> does and no other way.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static decimal Read(string text) => Find(text) is { } value && Of(value) == text ? value : throw new FormatException($"'{text}' is no number.");

    /// <summary>How many decimals a number has, needless noughts left out.</summary>
    public static int DecimalsOf(decimal value) => Of(value) is var text && text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? text.Length - point - 1 : 0;
}
