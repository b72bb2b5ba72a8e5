using System.Globalization;

namespace Rollout.Probing;

/// <summary>A value as it was seen: its text, and its number when it is one by nature (digits in quotes are not). Both null: nothing.</summary>
internal readonly record struct SeenValue(string? Text, double? Number)
{
    public static SeenValue Of(double? number) => new(number?.ToString("0.###", CultureInfo.InvariantCulture), number);
}
