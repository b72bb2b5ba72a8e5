using System.Globalization;
using System.Runtime.InteropServices;

namespace Rollout.Core.Calendar;

/// <summary>The days that a figure speaks of, both ends included: a month, a quarter, or "từ 01/7/2025 đến 28/10/2025".</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FigurePeriod(DateOnly From, DateOnly To)
{
    /// <summary>The order of periods: by their end; of those that end together the longest last, since it holds the others.</summary>
    public static IComparer<FigurePeriod> Order { get; } =
        Comparer<FigurePeriod>.Create((a, b) => a.To != b.To ? a.To.CompareTo(b.To) : b.From.CompareTo(a.From));

    /// <summary>Whether it ends before it begins, and so is none.</summary>
    public bool IsReversed => To < From;

    /// <summary>How many days it has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>How many whole months it is; null when it begins or ends within one.</summary>
    public int? Months => From.Day == 1 && To.Day == DateTime.DaysInMonth(To.Year, To.Month) ? ((To.Year - From.Year) * 12) + To.Month - From.Month + 1 : null;

    /// <summary>
    /// Whether figures of both may stand in one series: as many whole months, or, where neither is whole months, counted from the same day on
    /// or over as many days. A quarter beside its months would look like a jump.
    /// </summary>
    public bool IsLike(FigurePeriod other) =>
        Months is { } months ? months == other.Months : other.Months is null && (From == other.From || Days == other.Days);

    /// <summary>Reads what <see cref="ToString"/> writes, or a year, a month or a day alone (<c>2025-10</c>); null when it is none, or ends before it begins.</summary>
    public static FigurePeriod? Parse(string? text)
    {
        var ends = (text ?? "").Split("..");
        if (ends.Length > 2 || PartialDate.Parse(ends[0]) is not { } first || PartialDate.Parse(ends[^1]) is not { } last) return null;
        var period = new FigurePeriod(first.First, last.Last);
        return period.IsReversed ? null : period;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}");
}
