using System.Collections.Immutable;
using DocumentFormat.OpenXml.Wordprocessing;
using Rollout.Core.Reports;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Word;

/// <summary>A table across the page, its head repeated on each.</summary>
internal static class WordTable
{
    public static Table Of(ReportBlock.Table table)
    {
        var widths = ColumnShares.Of(table.Columns, WordPage.TextWidth);
        var printed = new Table(
            new TableProperties
            {
                TableStyle = new() { Val = table.Bare ? WordTableStyles.NormalId : WordTableStyles.GridId },
                TableWidth = new() { Width = $"{WordPage.TextWidth}", Type = TableWidthUnitValues.Dxa },
                TableJustification = new() { Val = TableRowAlignmentValues.Center },
                TableLayout = new() { Type = TableLayoutValues.Fixed },
                TableLook = new() { Val = "0420", FirstRow = true, NoVerticalBand = true },
                TableCaption = new() { Val = PrintText.Of(table.Name) },
            },
            new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));
        printed.Append(Head(table, widths));
        printed.Append(table.Rows.Select(row => Row(table, row, widths)));
        return printed;
    }

    private static TableRow Head(ReportBlock.Table table, int[] widths)
    {
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(table.Columns.Select((c, i) => Cell(c.Heading, widths[i], WordStyles.TableHead, TableVerticalAlignmentValues.Center)));
        return head;
    }

    private static TableRow Row(ReportBlock.Table table, ImmutableArray<ReportCell> row, int[] widths)
    {
        var whole = RowFlow.StaysWhole(table, row);
        var printed = new TableRow();
        if (whole) printed.Append(new TableRowProperties(new CantSplit()));
        // In a row cut by the page's end the middle is nowhere: its number would stand beside neither half.
        var vertical = whole ? TableVerticalAlignmentValues.Center : TableVerticalAlignmentValues.Top;
        printed.Append(row.Select((cell, i) =>
            Cell(cell.Text, widths[i], table.Columns[i].Centred ? WordStyles.TableCentred : WordStyles.TableText, vertical, cell.Strong)));
        return printed;
    }

    private static TableCell Cell(string text, int width, string style, TableVerticalAlignmentValues vertical, bool strong = false) => new(
        new TableCellProperties
        {
            TableCellWidth = new() { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            TableCellVerticalAlignment = new() { Val = vertical },
        },
        WordText.Of(text, style, strong));
}
