using System.Collections.Immutable;
using Rollout.Core.Trends;
using Rollout.Web.Components.Shared;

namespace Rollout.Web.Components.Charts;

/// <summary>Where everything of a trend chart stands: the arithmetic of <c>TrendChart</c>, without its markup.</summary>
public sealed class TrendPlot
{
    /// <summary>Size of the drawing and its margins.</summary>
    public const double Width = 360, Height = 250, Left = 30, Right = 14, Top = 12, Bottom = 28;

    private readonly DateOnly _first;
    private readonly double _days;
    private readonly int _total;

    /// <summary>A plot of points, with room to the right for the estimate.</summary>
    public TrendPlot(ImmutableArray<TrendPoint> points, int total)
    {
        _first = points[0].Day;
        Today = points[^1].Day;
        var past = Math.Max(7, Today.DayNumber - _first.DayNumber);
        Horizon = Today.AddDays(Math.Clamp(past / 2, 10, 75));
        (_days, _total) = (Math.Max(1, Horizon.DayNumber - _first.DayNumber), Math.Max(1, total));
        Points = points;
    }

    /// <summary>The points.</summary>
    public ImmutableArray<TrendPoint> Points { get; }

    /// <summary>The last day that is known.</summary>
    public DateOnly Today { get; }

    /// <summary>The last day that is drawn.</summary>
    public DateOnly Horizon { get; }

    /// <summary>The values with a line across: none, all, and the thirds between.</summary>
    public IEnumerable<int> Levels => new[] { 0, (int)Math.Round(_total / 3.0), (int)Math.Round(_total * 2 / 3.0), _total }.Distinct();

    /// <summary>The days with a name under them: the first of each month, or each Monday where the time is short; never too close to today.</summary>
    public IEnumerable<DateOnly> Ticks
    {
        get
        {
            var months = Enumerable.Range(0, (int)_days + 1).Select(_first.AddDays).Where(d => d.Day == 1).ToList();
            var step = Math.Max(1, (int)Math.Ceiling(months.Count / 4.0));
            return months.Where((_, i) => i % step == 0).Where(d => Math.Abs(X(d) - X(Today)) > 48);
        }
    }

    /// <summary>Across.</summary>
    public double X(DateOnly day) => Left + ((Width - Left - Right) * (day.DayNumber - _first.DayNumber) / _days);

    /// <summary>Down.</summary>
    public double Y(double count) => Height - Bottom - ((Height - Top - Bottom) * count / _total);

    /// <summary>The line of a system, as steps are: a count holds until it changes.</summary>
    public string Line(int system) => string.Concat(Points.Select((p, i) =>
        i == 0 ? $"M{At(p.Day, p.Systems[system].Completed)}"
        : p.Systems[system].Completed == Points[i - 1].Systems[system].Completed && i < Points.Length - 1 ? ""
        : $"H{TextHelpers.Px(X(p.Day))}V{TextHelpers.Px(Y(p.Systems[system].Completed))}"));

    /// <summary>The range of an estimate: between the fastest and the slowest pace seen lately, cut off at the horizon and at all.</summary>
    public string Range(int system, Estimate estimate)
    {
        var now = Points[^1].Systems[system].Completed;
        var fast = Reach(now, estimate.Earliest);
        var slow = estimate.Latest is { } latest ? Reach(now, latest) : [(Horizon, now)];
        return $"M{At(Today, now)}" + string.Concat(fast.Select(p => $"L{At(p.Day, p.Count)}")) +
            string.Concat(slow.Reverse().Select(p => $"L{At(p.Day, p.Count)}")) + "Z";
    }

    /// <summary>Where a pace that ends on a day leads: to all and along it, or as far as the horizon.</summary>
    private (DateOnly Day, double Count)[] Reach(int now, DateOnly end)
    {
        if (end <= Horizon) return [(end, _total), (Horizon, _total)];
        var share = (Horizon.DayNumber - Today.DayNumber) / (double)Math.Max(1, end.DayNumber - Today.DayNumber);
        return [(Horizon, now + ((_total - now) * share))];
    }

    private string At(DateOnly day, double count) => $"{TextHelpers.Px(X(day))} {TextHelpers.Px(Y(count))}";
}
