using System.Globalization;

namespace Rollout.Core.Calendar;

/// <summary>
/// The time in which days begin and end here (Asia/Ho_Chi_Minh, +07:00 all year and without daylight saving since 1975). "As of a day" means
/// the end of that day at this place; storage keeps UTC.
/// </summary>
public static class HanoiTime
{
    // A time of day without its offset would mean another instant on another machine.
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>Offset from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The first instant of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>The last instant of a day, in whole milliseconds.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddMilliseconds(-1);

    /// <summary>The day on which an instant falls.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant as clocks here show it, cut to whole milliseconds.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()).ToOffset(Offset);

    /// <summary>Reads since when a report holds: the beginning of a day, or an instant with its offset; null when nothing is said, false when it is neither.</summary>
    public static bool TryReadSince(string? text, out DateTimeOffset? since)
    {
        since = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) since = StartOf(day);
        else if (DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact)) since = Local(exact);
        return since is not null;
    }
}
