using Rollout.Core.Pictures;

namespace Rollout.Documents.Pictures;

/// <summary>How large a drawing stands on paper.</summary>
internal static class PictureSize
{
    // What lies between the margins, in hundredths of a millimetre.
    private const double PageWidth = 16500;

    // No picture may be higher than a page.
    private const double MostHeight = 22000;

    /// <summary>Hundredths of a millimetre for a unit of the drawing.</summary>
    public static double Scale(Drawing drawing) =>
        Math.Min(PageWidth * drawing.Share / 100 / drawing.Width, MostHeight / drawing.Height);

    /// <summary>How far hatching stands apart, in units of the drawing: about 1.3 mm on paper.</summary>
    public static double Hatch(Drawing drawing) => 180 / Scale(drawing);
}
