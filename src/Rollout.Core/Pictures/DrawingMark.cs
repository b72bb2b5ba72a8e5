using System.Collections.Immutable;

namespace Rollout.Core.Pictures;

/// <summary>Something painted: a closed family. Colours are written <c>#rrggbb</c>; null paints nothing.</summary>
public abstract record DrawingMark
{
    private DrawingMark() { }

    /// <summary>An area of one or several outlines, holes told by the even-odd rule.</summary>
    /// <param name="Rings">Its outlines, each closed.</param>
    /// <param name="Fill">The colour within.</param>
    /// <param name="Hatch">The colour of slanting lines over it: the second sign beside the colour.</param>
    /// <param name="Edge">The colour of its edge.</param>
    /// <param name="Thickness">Thickness of the edge.</param>
    public sealed record Patch(ImmutableArray<ImmutableArray<DrawingPoint>> Rings, string? Fill, string? Hatch, string? Edge, double Thickness) : DrawingMark;

    /// <summary>A line through points.</summary>
    /// <param name="Points">The points.</param>
    /// <param name="Colour">Its colour.</param>
    /// <param name="Thickness">Its thickness.</param>
    public sealed record Polyline(ImmutableArray<DrawingPoint> Points, string Colour, double Thickness) : DrawingMark;

    /// <summary>A line of text.</summary>
    /// <param name="At">Where it stands, on the line that its letters stand on.</param>
    /// <param name="Text">The text.</param>
    /// <param name="Size">Its size.</param>
    /// <param name="Anchor">Which end of it stands there.</param>
    /// <param name="Bold">Whether it is bold.</param>
    public sealed record Lettering(DrawingPoint At, string Text, double Size, LabelAnchor Anchor, bool Bold = false) : DrawingMark;
}
