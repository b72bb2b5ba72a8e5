using System.Collections.Immutable;

namespace Rollout.Core.Pictures;

/// <summary>Draws what paints mean: patches with words, in rows as wide as the drawing.</summary>
internal static class DrawingLegend
{
    /// <summary>How wide a letter is on average, of its size: only what must not overlap is reckoned with it.</summary>
    public const double Letter = 0.56;

    /// <summary>Adds the legend's marks and gives back how high they stand.</summary>
    public static double AddTo(ImmutableArray<DrawingMark>.Builder marks, IEnumerable<LegendItem> items, double left, double top, double width, double size)
    {
        var (x, y, row) = (left, top, size * 1.5);
        foreach (var item in items)
        {
            var taken = (size * 2) + (item.Says.Length * size * Letter) + size;
            if (x > left && x + taken > left + width) (x, y) = (left, y + row);
            marks.Add(new DrawingMark.Patch([Outlines.Box(x, y + (size * 0.15), size * 1.3, size * 0.85)], item.Paint.Fill, item.Paint.Hatch, item.Paint.Edge, size / 20));
            marks.Add(new DrawingMark.Lettering(new(x + (size * 1.7), y + (size * 0.9)), item.Says, size, LabelAnchor.Start));
            x += taken;
        }
        return y + row - top;
    }
}
