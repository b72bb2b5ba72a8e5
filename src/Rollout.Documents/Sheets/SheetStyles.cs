using DocumentFormat.OpenXml.Spreadsheet;

namespace Rollout.Documents.Sheets;

/// <summary>The style sheet of our workbooks.</summary>
internal static class SheetStyles
{
    // Built into Excel: "General", and "@" for text, so that 01 stays 01 when somebody edits the cell.
    private const uint General = 0;
    private const uint AsText = 49;

    private enum Face
    {
        Plain,
        Bold,
        Italic,
        LargeBold,
        LargeItalic,
    }

    public static Stylesheet Sheet() => new(
        new Fonts(
            Font(12), Font(12, bold: true), Font(12, italic: true), Font(14, bold: true), Font(14, italic: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                Line(new LeftBorder()), Line(new RightBorder()), Line(new TopBorder()), Line(new BottomBorder()), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = General, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Enum.GetValues<SheetStyle>().Select(Format)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Format(SheetStyle style) => style switch
    {
        SheetStyle.Default => new() { NumberFormatId = General, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
        SheetStyle.Body => Format(Face.Plain, AsText, false, HorizontalAlignmentValues.Justify),
        SheetStyle.AppendixName or SheetStyle.Title => Format(Face.LargeBold, AsText, false, HorizontalAlignmentValues.Center),
        SheetStyle.IssuedWith => Format(Face.LargeItalic, AsText, false, HorizontalAlignmentValues.Center),
        SheetStyle.Heading => Format(Face.Bold, AsText, false, HorizontalAlignmentValues.Left),
        SheetStyle.Head => Format(Face.Bold, AsText, true, HorizontalAlignmentValues.Center),
        SheetStyle.Text => Format(Face.Plain, AsText, true, HorizontalAlignmentValues.Left, 1),
        SheetStyle.CentredText => Format(Face.Plain, AsText, true, HorizontalAlignmentValues.Center),
        SheetStyle.Number => Format(Face.Plain, General, true, HorizontalAlignmentValues.Right),
        SheetStyle.CentredNumber => Format(Face.Plain, General, true, HorizontalAlignmentValues.Center),
        SheetStyle.RecordHead => Format(Face.Bold, AsText, false, HorizontalAlignmentValues.Left, 1),
        SheetStyle.RecordText => Format(Face.Plain, AsText, false, HorizontalAlignmentValues.Left, 1),
        SheetStyle.RecordNumber => Format(Face.Plain, General, false, HorizontalAlignmentValues.Right),
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, null),
    };

    private static CellFormat Format(Face face, uint number, bool framed, HorizontalAlignmentValues horizontal, uint indent = 0) => new()
    {
        NumberFormatId = number,
        FontId = (uint)face,
        FillId = 0,
        BorderId = framed ? 1U : 0U,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyBorder = framed,
        ApplyAlignment = true,
        Alignment = new() { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = true, Indent = indent },
    };

    private static Font Font(double size, bool bold = false, bool italic = false)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        if (italic) font.Append(new Italic());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static BorderPropertiesType Line(BorderPropertiesType border)
    {
        border.Style = BorderStyleValues.Thin;
        border.Append(new Color { Auto = true });
        return border;
    }
}
