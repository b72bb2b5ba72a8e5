using System.Collections.Immutable;
using System.Globalization;

namespace Rollout.Core.Pictures;

/// <summary>Bars of one length, divided by counts.</summary>
public static class BarsDrawing
{
    private const double Width = 1000, Size = 24, Thick = 44, Step = 96;

    /// <summary>The drawing.</summary>
    /// <param name="bars">The bars, each with its head and its pieces.</param>
    /// <param name="legend">What the paints mean.</param>
    public static Drawing Of(ImmutableArray<(string Head, ImmutableArray<(Paint Paint, int Count)> Pieces)> bars, ImmutableArray<LegendItem> legend)
    {
        var marks = ImmutableArray.CreateBuilder<DrawingMark>();
        var top = 0.0;
        foreach (var (head, pieces) in bars)
        {
            marks.Add(new DrawingMark.Lettering(new(0, top + Size), head, Size, LabelAnchor.Start, Bold: true));
            Add(marks, pieces, top + (Size * 1.4));
            top += Step;
        }
        var foot = DrawingLegend.AddTo(marks, legend, 0, top, Width, Size);
        return new(Width, top + foot, marks.ToImmutable());
    }

    private static void Add(ImmutableArray<DrawingMark>.Builder marks, ImmutableArray<(Paint Paint, int Count)> pieces, double top)
    {
        var all = Math.Max(1, pieces.Sum(p => p.Count));
        var left = 0.0;
        foreach (var (paint, count) in pieces.Where(p => p.Count > 0))
        {
            var width = Width * count / all;
            marks.Add(new DrawingMark.Patch([Outlines.Box(left, top, width, Thick)], paint.Fill, paint.Hatch, paint.Edge, 1.2));
            Number(marks, count, left + (width / 2), top, width, paint);
            left += width;
        }
    }

    /// <summary>The count in the middle of its piece, on a plate that keeps the hatching away from it.</summary>
    private static void Number(ImmutableArray<DrawingMark>.Builder marks, int count, double middle, double top, double width, Paint paint)
    {
        var text = count.ToString(CultureInfo.InvariantCulture);
        var plate = (text.Length * Size * DrawingLegend.Letter) + 12;
        if (width < plate + 2) return;
        var solid = paint is { Hatch: null, Fill: "#0b6e4f" };
        if (solid || paint.Hatch is not null)
            marks.Add(new DrawingMark.Patch([Outlines.Box(middle - (plate / 2), top + 7, plate, Thick - 14)], "#ffffff", null, null, 0));
        marks.Add(new DrawingMark.Lettering(new(middle, top + (Thick / 2) + (Size * 0.35)), text, Size, LabelAnchor.Middle, Bold: true));
    }
}
