using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Rollout.Core.Reports;

namespace Rollout.Documents.Word;

/// <summary>The form of Nghị định 30/2020/NĐ-CP as styles, so that whoever edits the file changes a style, not every paragraph.</summary>
internal static class WordStyles
{
    public const string TableText = "TableText";
    public const string TableCentred = "TableCentred";
    public const string TableHead = "TableHead";
    public const string TableGap = "TableGap";
    public const string Header = "Header";
    public const string Picture = "Picture";
    public const string PictureWithCaption = "PictureWithCaption";
    public const string SideRule = "SideRule";
    private const string Normal = "Normal";
    private const string Font = "Times New Roman";

    // Half points: 14 pt for text, 13 pt in titles, in tables and for the page number.
    private const string TextSize = "28";
    private const string SmallSize = "26";

    // Half points of recipients and of what stands under pictures.
    private const string HeadSize = "24";
    private const string NoteSize = "22";

    public static string IdOf(ReportStyle style) => style.ToString();

    public static Styles Of(string language) => new(
        Defaults(language),
        new Style { Type = StyleValues.Paragraph, StyleId = Normal, Default = true, StyleName = new() { Val = "Normal" }, PrimaryStyle = new() },
        Paragraph(
            IdOf(ReportStyle.Body), "Body Text",
            new()
            {
                SpacingBetweenLines = Space(0, 120),
                Indentation = new() { FirstLine = "567" },
                Justification = Justify(JustificationValues.Both),
            }),
        Paragraph(IdOf(ReportStyle.AppendixName), "Appendix Name", Centred(0, 60), new() { Bold = new() }),
        Paragraph(IdOf(ReportStyle.Motto), "Motto", Motto(), new() { Bold = new() }),
        Paragraph(IdOf(ReportStyle.Title), "Title", Centred(0, 60), TitleFace()),
        Paragraph(IdOf(ReportStyle.IssuedWith), "Issued With", Centred(0, 240), new() { Italic = new() }),
        Paragraph(
            IdOf(ReportStyle.Heading), "heading 1",
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(200, 120), OutlineLevel = new() { Val = 0 } },
            new() { Bold = new() }),
        Paragraph(IdOf(ReportStyle.Caption), "caption", Beside(0, 160), Face(HeadSize, italic: true)),
        Paragraph(IdOf(ReportStyle.SideName), "Side Name", Beside(0, 0), Face(HeadSize, bold: true)),
        Paragraph(IdOf(ReportStyle.SideAgency), "Side Agency", Beside(0, 0), Face(HeadSize, bold: true)),
        Paragraph(SideRule, "Side Rule", Ruled(1250, 120), Sized("4")),
        Paragraph(
            IdOf(ReportStyle.Clause), "Clause",
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(60, 120), Indentation = new() { FirstLine = "567" } }, new() { Bold = new() }),
        Paragraph(IdOf(ReportStyle.SideMotto), "Side Motto", Ruled(900, 120), Face(SmallSize, bold: true)),
        Paragraph(IdOf(ReportStyle.SideText), "Side Text", Beside(0, 60), Face(SmallSize)),
        Paragraph(IdOf(ReportStyle.SideDate), "Side Date", Beside(0, 60), Face(SmallSize, italic: true)),
        Paragraph(
            IdOf(ReportStyle.Addressee), "Addressee",
            new() { KeepLines = new(), SpacingBetweenLines = Space(280, 280), Indentation = new() { Left = "1134" } }),
        Paragraph(IdOf(ReportStyle.RecipientsHead), "Recipients Head", new() { SpacingBetweenLines = Space(0, 0) }, Face(HeadSize, bold: true, italic: true)),
        Paragraph(IdOf(ReportStyle.Recipient), "Recipient", new() { SpacingBetweenLines = Space(0, 0) }, Face(NoteSize)),
        Paragraph(PictureWithCaption, "Picture With Caption", new() { KeepNext = new() }, based: Picture),
        Paragraph(
            Picture, "Picture", new() { SpacingBetweenLines = new() { Before = "60", After = "60" }, Justification = Justify(JustificationValues.Center) }),
        Paragraph(TableText, "Table Text", new() { SpacingBetweenLines = Space(40, 40) }, Sized(SmallSize)),
        Paragraph(TableCentred, "Table Centred", new() { Justification = Justify(JustificationValues.Center) }, based: TableText),
        Paragraph(TableHead, "Table Head", new() { KeepNext = new() }, new() { Bold = new() }, TableCentred),
        // Two tables that touch would be read as one, and a file may not end in a table: a line too low to see stands between.
        Paragraph(
            TableGap, "Table Gap",
            new() { SpacingBetweenLines = new() { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact } }, Sized("2")),
        Paragraph(Header, "header", new() { Justification = Justify(JustificationValues.Center) }, Sized(SmallSize)),
        WordTableStyles.Normal(), WordTableStyles.Grid());

    private static DocDefaults Defaults(string language) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = new() { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
            FontSize = new() { Val = TextSize },
            FontSizeComplexScript = new() { Val = TextSize },
            Languages = new() { Val = language, EastAsia = language, Bidi = "ar-SA" },
        }),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { SpacingBetweenLines = Space(0, 0) }));

    private static Style Paragraph(
        string id, string name, StyleParagraphProperties paragraph, StyleRunProperties? run = null, string based = Normal) => new()
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            StyleName = new() { Val = name },
            BasedOn = new() { Val = based },
            PrimaryStyle = new(),
            StyleParagraphProperties = paragraph,
            StyleRunProperties = run ?? new(),
        };

    private static StyleParagraphProperties Centred(int before, int after) => new()
    {
        KeepNext = new(),
        KeepLines = new(),
        SpacingBetweenLines = Space(before, after),
        Justification = Justify(JustificationValues.Center),
    };

    // The line under the motto is the paragraph's own lower edge, drawn in from both sides to about the length of the words.
    private static StyleParagraphProperties Motto() => new()
    {
        KeepNext = new(),
        KeepLines = new(),
        ParagraphBorders = new(new BottomBorder { Val = BorderValues.Single, Size = 6U, Space = 1U, Color = "auto" }),
        SpacingBetweenLines = Space(0, 240),
        Indentation = new() { Left = "2700", Right = "2700" },
        Justification = Justify(JustificationValues.Center),
    };

    // Beside another column a line of its own length is drawn as the paragraph's lower edge, drawn in from both sides.
    private static StyleParagraphProperties Ruled(int inset, int after)
    {
        var ruled = Beside(0, after);
        ruled.ParagraphBorders = new(new BottomBorder { Val = BorderValues.Single, Size = 6U, Space = 1U, Color = "auto" });
        ruled.Indentation = new() { Left = $"{inset}", Right = $"{inset}" };
        return ruled;
    }

    private static StyleParagraphProperties Beside(int before, int after) => new()
    {
        SpacingBetweenLines = Space(before, after),
        Justification = Justify(JustificationValues.Center),
    };

    private static StyleRunProperties Face(string size, bool bold = false, bool italic = false)
    {
        var face = Sized(size);
        if (bold) face.Bold = new();
        if (italic) face.Italic = new();
        return face;
    }

    private static SpacingBetweenLines Space(int before, int after) => new()
    {
        Before = before.ToString(),
        After = after.ToString(),
        Line = "252",
        LineRule = LineSpacingRuleValues.Auto,
    };

    // A line of capitals as long as the officials write them ends just short of the margin at 13 pt, and just beyond it at 14 pt.
    private static StyleRunProperties TitleFace() => new()
    {
        Bold = new(),
        FontSize = new() { Val = SmallSize },
        FontSizeComplexScript = new() { Val = SmallSize },
    };

    private static Justification Justify(JustificationValues value) => new() { Val = value };

    private static StyleRunProperties Sized(string size) =>
        new() { FontSize = new() { Val = size }, FontSizeComplexScript = new() { Val = size } };
}
