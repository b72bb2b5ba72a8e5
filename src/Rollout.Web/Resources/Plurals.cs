using System.Globalization;

namespace Rollout.Web.Resources;

/// <summary>
/// Puts facts into a text in the reader's language. <c>{0:step|steps}</c> chooses between one and many by the number 0; Vietnamese needs no such choice.
/// </summary>
internal sealed class Plurals : IFormatProvider, ICustomFormatter
{
    private Plurals() { }

    /// <summary>The one instance.</summary>
    public static Plurals Instance { get; } = new();

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.CurrentCulture.GetFormat(formatType);

    /// <inheritdoc/>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.IndexOf('|', StringComparison.Ordinal) is { } bar and >= 0) return IsOne(arg) ? format[..bar] : format[(bar + 1)..];
        return arg is IFormattable formattable ? formattable.ToString(format, CultureInfo.CurrentCulture) : arg?.ToString() ?? "";
    }

    // What rules say reaches a text as words.
    private static bool IsOne(object? arg) => arg is "1" or "+1" or "−1" or 1 or 1L;
}
