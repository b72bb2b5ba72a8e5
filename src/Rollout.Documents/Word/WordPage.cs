using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Rollout.Documents.Word;

/// <summary>The page of Nghị định 30/2020/NĐ-CP, in twentieths of a point: A4, 20 mm above and below, 30 mm left, 15 mm right.</summary>
internal static class WordPage
{
    private const int Width = 11906;
    private const int Height = 16838;
    private const int Vertical = 1134;
    private const int Left = 1701;
    private const int Right = 851;

    // 10 mm from the edge: the number stands in the upper margin, not in the text.
    private const int HeaderEdge = 567;

    /// <summary>What lies between the margins.</summary>
    public const int TextWidth = Width - Left - Right;

    /// <summary>The page's form; its number is centred above the text from the second page on.</summary>
    public static SectionProperties AddTo(MainDocumentPart part)
    {
        var numbered = part.AddNewPart<HeaderPart>("rId3");
        numbered.Header = new(new Paragraph(
            WordText.Styled(WordStyles.Header), new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " }));
        var first = part.AddNewPart<HeaderPart>("rId4");
        first.Header = new(WordText.Empty(WordStyles.Header));
        return Section(false);
    }

    /// <summary>The page's form for one part of the document; the headers were added by <see cref="AddTo"/>.</summary>
    /// <param name="counts">Whether its pages are counted anew.</param>
    public static SectionProperties Section(bool counts)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId3" },
            new HeaderReference { Type = HeaderFooterValues.First, Id = "rId4" },
            new PageSize { Width = Width, Height = Height },
            new PageMargin { Top = Vertical, Bottom = Vertical, Left = Left, Right = Right, Header = HeaderEdge, Footer = HeaderEdge, Gutter = 0 });
        if (counts) section.Append(new PageNumberType { Start = 1 });
        section.Append(new TitlePage());
        return section;
    }
}
