using System.Collections.Immutable;
using Rollout.Core.Maps;

namespace Rollout.Core.Pictures;

/// <summary>Maps of the country beside each other. The archipelagos are always drawn, in the paint of the participant they belong to, with their names.</summary>
public static class MapDrawing
{
    private const double Gap = 40;

    /// <summary>The drawing.</summary>
    /// <param name="outline">The outlines.</param>
    /// <param name="panels">The maps, from left to right.</param>
    /// <param name="islandsOf">Whose an archipelago is, in words, by the participant's code.</param>
    /// <param name="legend">What the paints mean.</param>
    public static Drawing Of(MapOutline outline, ImmutableArray<MapPanel> panels, Func<string, string> islandsOf, ImmutableArray<LegendItem> legend)
    {
        var marks = ImmutableArray.CreateBuilder<DrawingMark>();
        // The same size on paper however many maps share its width.
        var (size, share) = panels.Length > 1 ? (17.5 * panels.Length, 75) : (23, 62);
        var head = size * 1.6;
        for (var i = 0; i < panels.Length; i++)
        {
            var left = i * (outline.Width + Gap);
            marks.Add(new DrawingMark.Lettering(new(left + (outline.Width / 2), size), panels[i].Title, size, LabelAnchor.Middle, Bold: true));
            Add(marks, outline, panels[i], islandsOf, left, head, size);
        }
        var width = (panels.Length * (outline.Width + Gap)) - Gap;
        var foot = DrawingLegend.AddTo(marks, legend, 0, head + outline.Height + (size / 2), width, size);
        return new(width, head + outline.Height + (size / 2) + foot, marks.ToImmutable(), share);
    }

    private static void Add(
        ImmutableArray<DrawingMark>.Builder marks, MapOutline outline, MapPanel panel, Func<string, string> islandsOf, double left, double top, double size)
    {
        foreach (var (code, shape) in outline.Shapes.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var paint = panel.Of(code);
            marks.Add(new DrawingMark.Patch(Outlines.Read(shape.D, left, top), paint.Fill, paint.Hatch, "#5a6876", 0.9));
        }
        foreach (var islands in outline.Archipelagos)
        {
            var paint = panel.Of(islands.Code);
            marks.Add(new DrawingMark.Patch(
                [.. islands.Points.Select(p => Outlines.Circle(p[0] + left, p[1] + top, 8))], paint.Fill, paint.Hatch, "#5a6876", 0.9));
            var end = left + Math.Min(outline.Width - 4, islands.Right + 90);
            var line = top + islands.Bottom + (size * 1.25);
            marks.Add(new DrawingMark.Lettering(new(end, line), islands.Name, size, LabelAnchor.End));
            if (islandsOf(islands.Code) is { Length: > 0 } whose)
                marks.Add(new DrawingMark.Lettering(new(end, line + (size * 1.1)), whose, size * 0.88, LabelAnchor.End));
        }
    }
}
