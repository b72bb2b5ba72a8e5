using System.Globalization;
using System.Runtime.InteropServices;

namespace Rollout.Core.Calendar;

/// <summary>A date as exact as a source gives it: a year, a month or a day.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month; null where only the year is said.</param>
/// <param name="Day">The day; null where it is not said.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartialDate(int Year, int? Month, int? Day)
{
    /// <summary>The first day that it can mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that it can mean.</summary>
    public DateOnly Last => Day is null ? First.AddMonths(Month is null ? 12 : 1).AddDays(-1) : First;

    /// <summary>Reads <c>2022</c>, <c>2022-05</c> or <c>2022-05-25</c>; null when it is none of them.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (Read(text, "yyyy-MM-dd") is { } day) return new(day.Year, day.Month, day.Day);
        if (Read(text, "yyyy-MM") is { } month) return new(month.Year, month.Month, null);
        // The last year has no day after it.
        return Read(text, "yyyy") is { Year: < 9999 } year ? new(year.Year, null, null) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => First.ToString(Month is null ? "yyyy" : Day is null ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Read(string? text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year < 9999 ? date : null;
}
