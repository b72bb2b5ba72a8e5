using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Rollout.Core.Measures;
using Rollout.Core.Reports;
using Rollout.Documents.Reading;

namespace Rollout.Documents.Tests;

/// <summary>Tables of figures as people fill them in: by any separator, below titles of their own, as text or as numbers, as percents too.</summary>
public sealed class FigureFilesTests
{
    [Theory, InlineData("csv"), InlineData("xlsx")]
    public void Table_that_we_print_is_read_back(string format)
    {
        var document = new ReportDocument("T", "vi", Sample.AsOf, [],
            [new("Số liệu", ["code", "name", "share 2025-07", "note"], [[new("01"), new("Hà Nội"), ReportCell.Of(44.470m), new("")], [new("96"), new("Cà Mau"), new(""), new("")]]), new("Cột", ["column"], [[new("share 2025-07")]])]);
        var lines = Read(Sample.Bytes(format == "csv" ? new CsvWriter() : new XlsxWriter(), document));
        Assert.Equal(["1: code name share 2025-07 note", "2: 01 Hà Nội 44.47 ", "3: 96 Cà Mau"], lines.Select(l => $"{l.Line}: {string.Join(' ', l.Cells.Select(c => c.Text))}".TrimEnd(' ') + (l.Line == 2 ? " " : "")));
        Assert.Equal(format == "xlsx" ? 44.47m : null, lines[1].At(2).Number);
    }

    [Theory, InlineData(","), InlineData(";"), InlineData("\t")]
    public void Text_is_read_by_any_separator_from_its_heading_on(string separator)
    {
        var text = string.Join('\n', "Bảng số liệu, quý III; 2025", "", $"name{separator}share 2025-07", $"\"Cà Mau\"{separator}\"44,47\"", "", $"Huế{separator}0");
        var lines = Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["3: name share 2025-07", "4: Cà Mau 44,47", "6: Huế 0"], lines.Select(l => $"{l.Line}: {l.At(0).Text} {l.At(1).Text}"));
    }

    [Fact]
    public void Number_that_is_shown_as_a_percent_is_what_everybody_reads_in_it()
    {
        var lines = Read(Workbook(("0.4447", 1u), ("44.469999999999999", 0u), ("0.2054", 2u)));
        Assert.Equal([44.47m, 44.47m, 20.54m], lines.Skip(1).Select(l => l.At(1).Number));
        Assert.Equal(["44.47%", "44.47", "20.54%"], lines.Skip(1).Select(l => l.At(1).Text));
    }

    [Fact]
    public void What_is_no_table_is_refused_in_words()
    {
        Assert.Equal(("reading.pdf", "reading.empty", "reading.encoding"), (Refused("%PDF-1.7"u8.ToArray()), Refused([]), Refused([0xC3, 0x28, 0xFF])));
        using var text = new MemoryStream();
        using (var word = WordprocessingDocument.Create(text, WordprocessingDocumentType.Document)) word.AddMainDocumentPart().Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body());
        Assert.Equal("sheet.kind", Refused(text.ToArray()));
        Assert.Empty(Read("\n\n"u8.ToArray()));
    }

    private static byte[] Workbook(params (string Kept, uint Style)[] cells)
    {
        using var content = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = "s1", SheetId = 1, Name = "S" }));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0##\\ %" }),
                new CellStyleFormats(new CellFormat { NumberFormatId = 10 }),
                new CellFormats(new CellFormat { NumberFormatId = 0 }, new CellFormat { NumberFormatId = 10 }, new CellFormat { NumberFormatId = 164 }));
            var rows = cells.Select((c, i) => new Row(Inline($"A{i + 2}", "01"), new Cell { CellReference = $"B{i + 2}", CellValue = new(c.Kept), StyleIndex = c.Style }) { RowIndex = (uint)i + 2 });
            book.AddNewPart<WorksheetPart>("s1").Worksheet = new(new SheetData([new Row(Inline("A1", "code"), Inline("B1", "share 2025")) { RowIndex = 1 }, .. rows]));
        }
        return content.ToArray();
    }

    private static Cell Inline(string reference, string text) => new() { CellReference = reference, DataType = CellValues.InlineString, InlineString = new(new Text(text)) };

    private static IReadOnlyList<TypedLine> Read(byte[] content)
    {
        var (lines, refusal) = FigureFiles.Read(content);
        Assert.Null(refusal);
        return lines!;
    }

    private static string? Refused(byte[] content) => FigureFiles.Read(content).Refusal?.Code;
}
