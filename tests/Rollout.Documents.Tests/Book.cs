using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

/// <summary>Reads a printed workbook; places count from 0.</summary>
internal static class Book
{
    public static SpreadsheetDocument Open(ReportDocument document) => SpreadsheetDocument.Open(Sample.Print(new XlsxWriter(), document), false);

    public static string[] Names(SpreadsheetDocument book) =>
        [.. book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public static WorksheetPart SheetAt(SpreadsheetDocument book, int place) =>
        (WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().ElementAt(place).Id!.Value!);

    public static Table TableOf(SpreadsheetDocument book, int place) => SheetAt(book, place).TableDefinitionParts.Single().Table;

    public static Pane?[] Panes(SpreadsheetDocument book) =>
        [.. Names(book).Select((_, i) => SheetAt(book, i).Worksheet.Descendants<Pane>().SingleOrDefault())];

    public static Cell CellAt(SpreadsheetDocument book, int place, string reference) =>
        SheetAt(book, place).Worksheet.Descendants<Cell>().Single(c => c.CellReference?.Value == reference);

    public static string Read(SpreadsheetDocument book, int place, string reference) =>
        book.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>()
            .ElementAt(int.Parse(CellAt(book, place, reference).CellValue!.Text)).InnerText;
}
