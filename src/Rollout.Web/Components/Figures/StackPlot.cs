using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Trends;
using Rollout.Web.Components.Shared;

namespace Rollout.Web.Components.Figures;

/// <summary>Where everything of a stacked chart stands: the arithmetic of <c>StackChart</c>, without its markup.</summary>
public sealed class StackPlot
{
    /// <summary>Size of the drawing and its margins; the labels stand to the right of the areas.</summary>
    public const double Width = 460, Height = 250, Left = 30, Right = 128, Top = 12, Bottom = 28;

    private const double LabelHeight = 16;
    private readonly ImmutableArray<TrendPoint> _points;
    private readonly int[][] _bounds;
    private readonly double _days;
    private readonly int _total;

    /// <summary>A plot of one system.</summary>
    /// <param name="points">A point a day, one at least.</param>
    /// <param name="system">Place of the system in the programme.</param>
    /// <param name="total">How many participants there are.</param>
    public StackPlot(ImmutableArray<TrendPoint> points, int system, int total)
    {
        (_points, _total) = (points, Math.Max(1, total));
        _days = Math.Max(1, points[^1].Day.DayNumber - points[0].Day.DayNumber);
        _bounds = [.. points.Select(p => Bounds(p.Systems[system]))];
        Last = points[^1].Systems[system];
    }

    /// <summary>The counts of the last day.</summary>
    public SystemCount Last { get; }

    /// <summary>How many layers lie on each other: completed, in progress, not started, unknown.</summary>
    public static int Layers => 4;

    /// <summary>The values with a line across.</summary>
    public IEnumerable<int> Levels => new[] { 0, (int)Math.Round(_total / 3.0), (int)Math.Round(_total * 2 / 3.0), _total }.Distinct();

    /// <summary>The days with a name under them: the first, the last and the firsts of months that have room between.</summary>
    public IEnumerable<DateOnly> Ticks
    {
        get
        {
            var (first, last) = (_points[0].Day, _points[^1].Day);
            yield return first;
            var before = first;
            for (var day = first.AddDays(1); day < last; day = day.AddDays(1))
            {
                if (day.Day != 1 || X(day) - X(before) < 52 || X(last) - X(day) < 52) continue;
                yield return before = day;
            }
            if (X(last) - X(first) > 40) yield return last;
        }
    }

    /// <summary>How many stand in a layer on the last day.</summary>
    public int Count(int layer) => _bounds[^1][layer + 1] - _bounds[^1][layer];

    /// <summary>Across.</summary>
    public double X(DateOnly day) => Left + ((Width - Left - Right) * (day.DayNumber - _points[0].Day.DayNumber) / _days);

    /// <summary>Down.</summary>
    public double Y(double count) => Height - Bottom - ((Height - Top - Bottom) * count / _total);

    /// <summary>The area of a layer, as steps are: a count holds until it changes. Empty where nobody ever stood in it.</summary>
    public string Area(int layer)
    {
        if (!Array.Exists(_bounds, b => b[layer + 1] > b[layer])) return "";
        var path = new System.Text.StringBuilder($"M{Px(X(_points[0].Day))} {Px(Y(_bounds[0][layer + 1]))}");
        for (var i = 1; i < _bounds.Length; i++)
            if (_bounds[i][layer + 1] != _bounds[i - 1][layer + 1] || i == _bounds.Length - 1) path.Append('H').Append(Px(X(_points[i].Day))).Append('V').Append(Px(Y(_bounds[i][layer + 1])));
        path.Append('V').Append(Px(Y(_bounds[^1][layer])));
        for (var i = _bounds.Length - 1; i > 0; i--)
            if (_bounds[i][layer] != _bounds[i - 1][layer]) path.Append('H').Append(Px(X(_points[i].Day))).Append('V').Append(Px(Y(_bounds[i - 1][layer])));
        return path.Append('H').Append(Px(X(_points[0].Day))).Append('Z').ToString();
    }

    /// <summary>Where the labels of the layers that hold anybody stand: beside their middle, never upon each other.</summary>
    public IEnumerable<(int Layer, double Y)> Labels()
    {
        var labels = Enumerable.Range(0, Layers).Where(l => Count(l) > 0).Select(l => (Layer: l, Y: Y((_bounds[^1][l] + _bounds[^1][l + 1]) / 2.0) + 4)).ToArray();
        for (var i = 1; i < labels.Length; i++) labels[i].Y = Math.Min(labels[i].Y, labels[i - 1].Y - LabelHeight);
        // Pushed out at the top they are all moved down together as far as is needed.
        var over = labels.Length == 0 ? 0 : Math.Max(0, Top + 4 - labels[^1].Y);
        return labels.Select(l => (l.Layer, l.Y + over));
    }

    private static int[] Bounds(SystemCount count)
    {
        var progress = count.Completed + count.InProgress;
        var begun = progress + count.NotStarted;
        return [0, count.Completed, progress, begun, begun + count.Unknown];
    }

    private static string Px(double number) => TextHelpers.Px(number);
}
