using System.Collections.Immutable;
using Rollout.Core.Calendar;

namespace Rollout.Core.Retention;

/// <summary>
/// Which of many copies stay: the newest few, and the last one of each of the newest days, weeks and months that have any. Days without a copy
/// do not count, so that nothing goes while none are made. Removing day by day leaves the same as removing once at the end.
/// </summary>
/// <param name="Newest">How many of the newest stay whatever their day.</param>
/// <param name="Days">Of how many days the last one stays.</param>
/// <param name="Weeks">Of how many weeks, which begin on Monday.</param>
/// <param name="Months">Of how many months.</param>
public sealed record KeepRule(int Newest, int Days, int Weeks, int Months)
{
    /// <summary>Two weeks day by day, two months week by week, two years month by month.</summary>
    public static KeepRule Usual { get; } = new(1, 14, 8, 24);

    /// <summary>The newest few alone.</summary>
    public static KeepRule Last(int count) => new(count, 0, 0, 0);

    /// <summary>Those that stay. The newest always does.</summary>
    /// <param name="taken">When each copy was taken, in any order.</param>
    public ImmutableHashSet<DateTimeOffset> Of(IEnumerable<DateTimeOffset> taken)
    {
        var newestFirst = taken.Distinct().OrderDescending().ToList();
        return [.. newestFirst.Take(Math.Max(1, Newest)), .. LastOfEach(newestFirst, Day, Days), .. LastOfEach(newestFirst, Week, Weeks), .. LastOfEach(newestFirst, Month, Months)];
    }

    private static IEnumerable<DateTimeOffset> LastOfEach(List<DateTimeOffset> newestFirst, Func<DateTimeOffset, int> span, int count) =>
        newestFirst.DistinctBy(span).Take(count);

    private static int Day(DateTimeOffset instant) => HanoiTime.DayOf(instant).DayNumber;

    // Day 0, the first of January of the year 1, was a Monday.
    private static int Week(DateTimeOffset instant) => Day(instant) / 7;

    private static int Month(DateTimeOffset instant)
    {
        var day = HanoiTime.DayOf(instant);
        return (day.Year * 12) + day.Month;
    }
}
