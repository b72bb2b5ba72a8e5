using System.Globalization;
using System.Text.RegularExpressions;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Appendices;

/// <summary>Of when an appendix is, as its head says: "ngày 15 tháng 7 năm 2024", or with the day left blank.</summary>
/// <param name="Day">The day; the middle of the month where only that is said.</param>
/// <param name="Precision">To the day or to the month.</param>
public sealed partial record StatedDate(DateOnly Day, DatePrecision Precision)
{
    /// <summary>The day that stands for a month: its middle.</summary>
    public const int MiddleOfMonth = 15;

    /// <summary>Since when what is stated holds.</summary>
    public DateTimeOffset At => HanoiTime.StartOf(Day);

    /// <summary>The date as a document's reference has it.</summary>
    public string Written => Day.ToString(Precision == DatePrecision.Month ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the written form: a day, or a month alone; null when it is neither.</summary>
    public static StatedDate? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(day, DatePrecision.Day)
        : DateOnly.TryParseExact($"{text}-{MiddleOfMonth}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? new(day, DatePrecision.Month) : null;

    /// <summary>The first date that a text states in full or without its day; null when it states none.</summary>
    internal static StatedDate? In(string text)
    {
        if (InWords().Match(PlainText.Of(text)) is not { Success: true } match) return null;
        var (year, month) = (Number(match, "year"), Number(match, "month"));
        if (year is < 1900 or > 9998 || month is < 1 or > 12) return null;
        if (!match.Groups["day"].Success) return new(new(year, month, MiddleOfMonth), DatePrecision.Month);
        var day = Number(match, "day");
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(new(year, month, day), DatePrecision.Day) : null;
    }

    /// <summary>The number and sign of the letter that a text names, a blank for a number that was left blank; null when it names none.</summary>
    internal static string? NumberIn(string text)
    {
        if (NumberAndSign().Match(text) is not { Success: true } match) return null;
        return (match.Groups["number"].Length > 0 ? match.Groups["number"].Value : "\u2026") + match.Groups["sign"].Value.TrimEnd('.', ',', ')');
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(ngay\s+((?<day>[0-9]{1,2})\s+)?)?thang\s+(?<month>[0-9]{1,2})\s+nam\s+(?<year>[0-9]{4})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InWords();

    [GeneratedRegex(@"\bs\u1ED1\s*:?\s*(?<number>[0-9]{0,6})\s*(?<sign>/[\p{L}\p{N}/.-]{2,40})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NumberAndSign();
}
