using System.Collections.Immutable;

namespace Rollout.Core.Trends;

/// <summary>When a system would be completed at the present pace: a range, never a promise.</summary>
/// <param name="Earliest">At the fastest pace seen lately.</param>
/// <param name="Latest">At the slowest; null when at that pace it never ends.</param>
/// <param name="PerWeek">Completions a week over the last four weeks.</param>
public sealed record Estimate(DateOnly Earliest, DateOnly? Latest, double PerWeek)
{
    /// <summary>The windows, in days, whose paces span the range.</summary>
    private static readonly int[] Windows = [14, 28, 56];

    /// <summary>Estimates from the points of a trend; null when nothing was completed lately or nothing is left.</summary>
    /// <param name="points">A point a day.</param>
    /// <param name="system">Place of the system in the programme.</param>
    public static Estimate? Of(ImmutableArray<TrendPoint> points, int system)
    {
        if (points.Length < 2) return null;
        var last = points[^1];
        var count = last.Systems[system];
        var left = count.InProgress + count.NotStarted + count.Unknown;
        var paces = Windows.Select(w => Pace(points, system, w)).ToList();
        if (left == 0 || paces.Max() <= 0) return null;
        return new(Day(last.Day, left, paces.Max()), paces.Min() <= 0 ? null : Day(last.Day, left, paces.Min()), Pace(points, system, 28) * 7);
    }

    private static double Pace(ImmutableArray<TrendPoint> points, int system, int window)
    {
        var first = Math.Max(0, points.Length - 1 - window);
        // Who was completed when the first source spoke of everybody has not been completed since: only days that know as much are a pace.
        while (points[first].Systems[system].Unknown > points[^1].Systems[system].Unknown) first++;
        var before = points[first];
        var days = points[^1].Day.DayNumber - before.Day.DayNumber;
        return days == 0 ? 0 : (points[^1].Systems[system].Completed - before.Systems[system].Completed) / (double)days;
    }

    private static DateOnly Day(DateOnly from, int left, double pace) => from.AddDays((int)Math.Min(36500, Math.Ceiling(left / pace)));
}
