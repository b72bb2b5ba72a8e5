using System.Collections.Immutable;

namespace Rollout.Core.Calendar;

/// <summary>
/// Which days are worked: Monday to Friday, but for the days a calendar names. Counting takes the same time for ten days as for ten years.
/// </summary>
public sealed class WorkingDays
{
    /// <summary>The day of number 0, 0001-01-01, is a Monday.</summary>
    private const int Week = 7;

    /// <summary>Only the days that are not what their weekday says, in order, by number.</summary>
    private readonly int[] _unusual;

    /// <summary>How many working days more (or fewer, below zero) than weekdays there were, after each of them.</summary>
    private readonly int[] _shift;

    /// <summary>Makes a calendar.</summary>
    /// <param name="days">The days unlike their weekday, each once.</param>
    public WorkingDays(IEnumerable<CalendarDay> days)
    {
        Days = [.. days.OrderBy(d => d.Date)];
        Years = [.. Days.Select(d => d.Date.Year).Distinct()];
        var unusual = Days.Where(d => d.IsWorking != IsWeekday(d.Date.DayNumber)).ToList();
        _unusual = [.. unusual.Select(d => d.Date.DayNumber)];
        _shift = new int[unusual.Count];
        for (var i = 0; i < unusual.Count; i++) _shift[i] = (i == 0 ? 0 : _shift[i - 1]) + (unusual[i].IsWorking ? 1 : -1);
    }

    /// <summary>A calendar that knows weekends alone.</summary>
    public static WorkingDays WeekendsAlone { get; } = new([]);

    /// <summary>The days it names, in order.</summary>
    public ImmutableArray<CalendarDay> Days { get; }

    /// <summary>The years it says anything of, in order.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorking(DateOnly day) => IsWeekday(day.DayNumber) != (Array.BinarySearch(_unusual, day.DayNumber) >= 0);

    /// <summary>The day that is so many working days after a day, which itself does not count; the day itself for none.</summary>
    public DateOnly Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (; count > 0; count--) day = RollForward(day.AddDays(1));
        return day;
    }

    /// <summary>The day itself when it is worked, else the next that is: what is due on a day off is due then.</summary>
    public DateOnly RollForward(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>How many working days there are after a day, up to and with another; below zero when the other lies before it.</summary>
    public int Between(DateOnly from, DateOnly to) => Until(to) - Until(from);

    /// <summary>The years from one day to another of which it says nothing: there it knows weekends alone, and whoever counts with them says so.</summary>
    public ImmutableArray<int> Missing(DateOnly from, DateOnly to) =>
        to < from ? Missing(to, from) : [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(y => !Years.Contains(y))];

    private static bool IsWeekday(int number) => number % Week < 5;

    /// <summary>How many working days there have been since the beginning of the count, with this one.</summary>
    private int Until(DateOnly day)
    {
        var (weeks, rest) = Math.DivRem(day.DayNumber, Week);
        var at = Array.BinarySearch(_unusual, day.DayNumber);
        var passed = at >= 0 ? at : ~at - 1;
        return (weeks * 5) + Math.Min(rest + 1, 5) + (passed < 0 ? 0 : _shift[passed]);
    }
}
