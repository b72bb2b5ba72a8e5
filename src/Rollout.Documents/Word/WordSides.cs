using DocumentFormat.OpenXml.Wordprocessing;
using Rollout.Core.Reports;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Word;

/// <summary>Columns of paragraphs beside each other: a table without lines, without a head.</summary>
internal static class WordSides
{
    public static Table Of(ReportBlock.Sides sides)
    {
        var widths = ColumnShares.Of([.. sides.Columns.Select(c => new ReportColumn("", c.Width, false))], WordPage.TextWidth);
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(sides.Columns.Select((column, i) =>
        {
            var cell = new TableCell(new TableCellProperties { TableCellWidth = new() { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa } });
            foreach (var paragraph in column.Paragraphs)
            {
                cell.Append(WordText.Of(paragraph.Text, WordStyles.IdOf(paragraph.Style)));
                // The short line under an agency's name is a paragraph of its own: as the name's edge it would narrow the name.
                if (paragraph.Style == ReportStyle.SideAgency) cell.Append(WordText.Empty(WordStyles.SideRule));
            }
            return cell;
        }));
        return new(
            new TableProperties
            {
                TableStyle = new() { Val = WordTableStyles.NormalId },
                TableWidth = new() { Width = $"{WordPage.TextWidth}", Type = TableWidthUnitValues.Dxa },
                TableLayout = new() { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new() { TableCellLeftMargin = new() { Width = 0, Type = TableWidthValues.Dxa }, TableCellRightMargin = new() { Width = 0, Type = TableWidthValues.Dxa } },
                TableLook = new() { Val = "0000" },
            },
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })), row);
    }
}
