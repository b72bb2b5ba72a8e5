using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Trends;

namespace Rollout.Core.Pictures;

/// <summary>Completed participants by system over time. What lies after the last day is a hatched range, never a line to a date.</summary>
public sealed class TrendDrawing
{
    private const double Width = 1000, Height = 420, Left = 48, Right = 40, Top = 12, Bottom = 44, Size = 22;

    private readonly ImmutableArray<TrendPoint> _points;
    private readonly int _total;
    private readonly DateOnly _today, _horizon;

    private TrendDrawing(ImmutableArray<TrendPoint> points, int total)
    {
        (_points, _total, _today) = (points, Math.Max(1, total), points[^1].Day);
        _horizon = _today.AddDays(Math.Clamp(Math.Max(7, _today.DayNumber - points[0].Day.DayNumber) / 2, 10, 75));
    }

    /// <summary>The drawing; null where there are no days to draw.</summary>
    /// <param name="points">A point a day.</param>
    /// <param name="systems">Short titles of the systems, in the programme's order.</param>
    /// <param name="total">How many take part.</param>
    public static Drawing? Of(ImmutableArray<TrendPoint> points, ImmutableArray<string> systems, int total)
    {
        if (points.Length < 2) return null;
        var plot = new TrendDrawing(points, total);
        var marks = ImmutableArray.CreateBuilder<DrawingMark>();
        plot.Axes(marks);
        for (var i = 0; i < systems.Length; i++) plot.Estimated(marks, i);
        for (var i = 0; i < systems.Length; i++) plot.Known(marks, i);
        var foot = DrawingLegend.AddTo(marks, systems.Select((s, i) => new LegendItem($"{s}: {points[^1].Systems[i].Completed}", new(Colour(i), null, Colour(i)))), Left, Height + 4, Width - Left, Size);
        return new(Width, Height + 4 + foot, marks.ToImmutable());
    }

    private static string Colour(int system) => Paint.Lines[system % Paint.Lines.Length];

    private void Axes(ImmutableArray<DrawingMark>.Builder marks)
    {
        foreach (var level in new[] { 0, (int)Math.Round(_total / 3.0), (int)Math.Round(_total * 2 / 3.0), _total }.Distinct())
        {
            marks.Add(new DrawingMark.Polyline([new(Left, Y(level)), new(Width - Right, Y(level))], "#c6ced6", 1));
            marks.Add(new DrawingMark.Lettering(new(Left - 8, Y(level) + 7), level.ToString(CultureInfo.InvariantCulture), Size, LabelAnchor.End));
        }
        marks.Add(new DrawingMark.Polyline([new(X(_today), Top), new(X(_today), Y(0))], Paint.Faint, 1.2));
        marks.Add(new DrawingMark.Lettering(new(X(_today), Height - 12), Day(_today), Size, LabelAnchor.Middle, Bold: true));
        foreach (var day in Ticks()) marks.Add(new DrawingMark.Lettering(new(X(day), Height - 12), Day(day), Size, LabelAnchor.Middle));
    }

    /// <summary>The first day, the last, and what lies evenly between; never too close to today.</summary>
    private IEnumerable<DateOnly> Ticks()
    {
        var days = _horizon.DayNumber - _points[0].Day.DayNumber;
        return Enumerable.Range(0, 7).Select(i => _points[0].Day.AddDays(days * i / 6)).Distinct().Where(d => Math.Abs(X(d) - X(_today)) > 80);
    }

    private void Known(ImmutableArray<DrawingMark>.Builder marks, int system)
    {
        var line = ImmutableArray.CreateBuilder<DrawingPoint>();
        for (var i = 0; i < _points.Length; i++)
        {
            var count = _points[i].Systems[system].Completed;
            // A count holds until it changes.
            if (i > 0 && count != _points[i - 1].Systems[system].Completed) line.Add(new(X(_points[i].Day), Y(_points[i - 1].Systems[system].Completed)));
            if (i == 0 || i == _points.Length - 1 || count != _points[i - 1].Systems[system].Completed) line.Add(new(X(_points[i].Day), Y(count)));
        }
        var now = _points[^1].Systems[system].Completed;
        marks.Add(new DrawingMark.Polyline(line.ToImmutable(), Colour(system), 3));
        marks.Add(new DrawingMark.Patch([Outlines.Circle(X(_today), Y(now), 5)], Colour(system), null, Colour(system), 1));
        marks.Add(new DrawingMark.Lettering(new(X(_today) + 10, Y(now) - 8), now.ToString(CultureInfo.InvariantCulture), Size, LabelAnchor.Start, Bold: true));
    }

    private void Estimated(ImmutableArray<DrawingMark>.Builder marks, int system)
    {
        if (Estimate.Of(_points, system) is not { } estimate) return;
        var now = _points[^1].Systems[system].Completed;
        var fast = Reach(now, estimate.Earliest);
        var slow = estimate.Latest is { } latest ? Reach(now, latest) : [new(X(_horizon), Y(now))];
        marks.Add(new DrawingMark.Patch([[new(X(_today), Y(now)), .. fast, .. slow.Reverse()]], null, Colour(system), Colour(system), 0.8));
    }

    private ImmutableArray<DrawingPoint> Reach(int now, DateOnly end)
    {
        if (end <= _horizon) return [new(X(end), Y(_total)), new(X(_horizon), Y(_total))];
        var share = (_horizon.DayNumber - _today.DayNumber) / (double)Math.Max(1, end.DayNumber - _today.DayNumber);
        return [new(X(_horizon), Y(now + ((_total - now) * share)))];
    }

    private double X(DateOnly day) => Left + ((Width - Left - Right) * (day.DayNumber - _points[0].Day.DayNumber) / Math.Max(1, _horizon.DayNumber - _points[0].Day.DayNumber));

    private double Y(double count) => Height - Bottom - ((Height - Top - Bottom) * count / _total);

    private static string Day(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);
}
