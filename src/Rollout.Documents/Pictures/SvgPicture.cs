using System.Globalization;
using System.Text;
using Rollout.Core.Pictures;

namespace Rollout.Documents.Pictures;

/// <summary>A drawing as SVG within a page.</summary>
internal static class SvgPicture
{
    /// <summary>Appends the picture.</summary>
    /// <param name="page">The page.</param>
    /// <param name="alt">What it shows, escaped.</param>
    /// <param name="drawing">The drawing.</param>
    /// <param name="escape">Escapes a text.</param>
    public static void Append(StringBuilder page, string alt, Drawing drawing, Func<string, string> escape)
    {
        page.Append("<svg class=\"picture\" role=\"img\" aria-label=\"").Append(alt).Append("\" viewBox=\"0 0 ").Append(Px(drawing.Width)).Append(' ')
            .Append(Px(drawing.Height)).Append("\" style=\"width:").Append(Px(drawing.Width * PictureSize.Scale(drawing) / 100)).Append("mm\">\n");
        var distance = PictureSize.Hatch(drawing);
        foreach (var mark in drawing.Marks)
            switch (mark)
            {
                case DrawingMark.Patch area: Append(page, area, distance); break;
                case DrawingMark.Polyline line: Append(page, line); break;
                case DrawingMark.Lettering label: Append(page, label, escape); break;
            }
        page.Append("</svg>\n");
    }

    private static void Append(StringBuilder page, DrawingMark.Patch area, double distance)
    {
        var outline = string.Concat(area.Rings.Select(r => $"M{string.Join('L', r.Select(At))}Z"));
        if (area.Fill is { } fill) page.Append("<path fill=\"").Append(fill).Append("\" fill-rule=\"evenodd\" d=\"").Append(outline).Append("\"/>");
        if (area.Hatch is { } hatch)
        {
            page.Append("<path fill=\"none\" stroke=\"").Append(hatch).Append("\" stroke-width=\"").Append(Px(distance / 5)).Append("\" d=\"");
            foreach (var (from, to) in Hatching.Lines(area.Rings, distance)) page.Append('M').Append(At(from)).Append('L').Append(At(to));
            page.Append("\"/>");
        }
        if (area.Edge is { } edge)
            page.Append("<path fill=\"none\" stroke=\"").Append(edge).Append("\" stroke-width=\"").Append(Px(area.Thickness)).Append("\" d=\"").Append(outline).Append("\"/>");
        page.Append('\n');
    }

    private static void Append(StringBuilder page, DrawingMark.Polyline line) =>
        page.Append("<path fill=\"none\" stroke=\"").Append(line.Colour).Append("\" stroke-width=\"").Append(Px(line.Thickness)).Append("\" d=\"M")
            .AppendJoin('L', line.Points.Select(At)).Append("\"/>\n");

    private static void Append(StringBuilder page, DrawingMark.Lettering label, Func<string, string> escape) =>
        page.Append("<text x=\"").Append(Px(label.At.X)).Append("\" y=\"").Append(Px(label.At.Y)).Append("\" font-size=\"").Append(Px(label.Size)).Append('"')
            .Append(label.Anchor switch { LabelAnchor.Middle => " text-anchor=\"middle\"", LabelAnchor.End => " text-anchor=\"end\"", _ => "" })
            .Append(label.Bold ? " font-weight=\"bold\">" : ">").Append(escape(label.Text)).Append("</text>\n");

    private static string At(DrawingPoint point) => $"{Px(point.X)} {Px(point.Y)}";

    private static string Px(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
