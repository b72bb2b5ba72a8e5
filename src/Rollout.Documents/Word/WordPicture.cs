using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Rollout.Core.Reports;
using Rollout.Documents.Pictures;
using Rollout.Documents.Strings;
using A = DocumentFormat.OpenXml.Drawing;
using Inlined = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Rollout.Documents.Word;

/// <summary>A picture in its own centred line.</summary>
internal static class WordPicture
{
    // Word's unit: 36,000 a millimetre.
    private const double Emu = 360;

    /// <summary>The paragraph of a picture.</summary>
    /// <param name="main">The part that keeps it.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="number">Its number in the document, from 1.</param>
    /// <param name="captioned">Whether what stands under it follows.</param>
    public static Paragraph Of(MainDocumentPart main, ReportBlock.Picture picture, uint number, bool captioned)
    {
        var id = $"rId{100 + number}";
        var part = main.AddImagePart(ImagePartType.Emf, id);
        using (var bytes = new MemoryStream(EmfPicture.Of(picture.Drawing))) part.FeedData(bytes);
        var scale = PictureSize.Scale(picture.Drawing) * Emu;
        var (width, height) = ((long)(picture.Drawing.Width * scale), (long)(picture.Drawing.Height * scale));
        var name = $"Picture {number}";
        var shown = new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = name }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        var inline = new Inlined.Inline(
            new Inlined.Extent { Cx = width, Cy = height },
            new Inlined.DocProperties { Id = number, Name = name, Description = PrintText.Of(picture.Alt) },
            new A.Graphic(new A.GraphicData(shown) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new(WordText.Styled(captioned ? WordStyles.PictureWithCaption : WordStyles.Picture), new Run(new Drawing(inline)));
    }
}
