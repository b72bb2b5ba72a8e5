using System.Globalization;

namespace Rollout.Core.Calendar;

/// <summary>Durations as programme files write them: a number and one of <c>ms s m h d</c>, <c>5m</c>, <c>1.5h</c>.</summary>
public static class DurationText
{
    /// <summary>The duration, or null when the text is none or longer than any.</summary>
    public static TimeSpan? Parse(string text)
    {
        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (!double.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return null;
        var unit = text[digits..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            "d" => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        return unit > TimeSpan.Zero && amount < TimeSpan.MaxValue / unit ? unit * amount : null;
    }
}
