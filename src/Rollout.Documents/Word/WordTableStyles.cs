using DocumentFormat.OpenXml.Wordprocessing;

namespace Rollout.Documents.Word;

/// <summary>The one look of our tables: single lines all round.</summary>
internal static class WordTableStyles
{
    public const string GridId = "TableGrid";
    public const string NormalId = "TableNormal";

    public static Style Normal() => new()
    {
        Type = StyleValues.Table,
        StyleId = NormalId,
        Default = true,
        StyleName = new() { Val = "Normal Table" },
        SemiHidden = new(),
        UnhideWhenUsed = new(),
        StyleTableProperties = new()
        {
            TableIndentation = new() { Width = 0, Type = TableWidthUnitValues.Dxa },
            TableCellMarginDefault = new(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }),
        },
    };

    public static Style Grid() => new()
    {
        Type = StyleValues.Table,
        StyleId = GridId,
        StyleName = new() { Val = "Table Grid" },
        BasedOn = new() { Val = NormalId },
        StyleTableProperties = new()
        {
            TableBorders = new(
                Line(new TopBorder()), Line(new LeftBorder()), Line(new BottomBorder()), Line(new RightBorder()),
                Line(new InsideHorizontalBorder()), Line(new InsideVerticalBorder())),
        },
    };

    private static BorderType Line(BorderType border)
    {
        (border.Val, border.Size, border.Space, border.Color) = (BorderValues.Single, 4U, 0U, "auto");
        return border;
    }
}
