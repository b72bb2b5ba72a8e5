using System.Collections.Immutable;
using DocumentFormat.OpenXml.Spreadsheet;
using Rollout.Core.Reports;
using static Rollout.Documents.Tests.Book;

namespace Rollout.Documents.Tests;

public sealed class XlsxWriterTests
{
    private const string Heads = "STT|Nội dung|Số lượng|Tỉnh, thành phố";

    [Fact]
    public void Validator_finds_no_mistake()
    {
        var nothing = new ReportDocument("T", "vi", Sample.AsOf, [], []);
        foreach (var document in new[] { Sample.Appendix, Sample.Empty, Sample.Large, Sample.OfCells("a\u0001\nb", "=1", " x "), nothing })
        {
            using var book = Open(document);
            Office.AssertValid(book);
        }
    }

    [Fact]
    public void Each_table_and_each_records_is_a_real_table_with_filter()
    {
        using var book = Open(Sample.Appendix);
        var tables = Names(book).Select((_, i) => TableOf(book, i)).ToArray();
        Assert.Equal(["A5:D7", "A1:E2"], tables.Select(t => t.Reference?.Value));
        Assert.All(tables, t => Assert.Equal(t.Reference?.Value, t.AutoFilter?.Reference?.Value));
        Assert.Equal(["Table1", "Table2"], tables.Select(t => t.DisplayName?.Value));
        Assert.Equal(Heads, string.Join('|', tables[0].TableColumns!.Elements<TableColumn>().Select(c => c.Name?.Value)));
        Assert.Equal(Heads, string.Join('|', "ABCD".Select(c => Read(book, 0, $"{c}5"))));
    }

    [Fact]
    public void Numbers_are_numbers_and_codes_stay_text()
    {
        using var book = Open(Sample.Appendix);
        Assert.Null(CellAt(book, 0, "C7").DataType);
        Assert.Equal("28", CellAt(book, 0, "C7").CellValue?.Text);
        Assert.Equal(CellValues.SharedString, CellAt(book, 1, "D2").DataType?.Value);
        Assert.Equal("01", Read(book, 1, "D2"));
        var format = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>()
            .ElementAt((int)CellAt(book, 1, "D2").StyleIndex!.Value);
        Assert.Equal(49U, format.NumberFormatId?.Value);
    }

    [Fact]
    public void Paragraphs_stand_around_the_table_as_they_are_read()
    {
        using var book = Open(Sample.Appendix);
        Assert.Equal("Phụ lục I", Read(book, 0, "A1"));
        Assert.Equal("DANH SÁCH\nCÁC ĐỊA PHƯƠNG", Read(book, 0, "A2"));
        Assert.Equal("Số liệu theo báo cáo.", Read(book, 0, "A10"));
        Assert.Equal(
            ["A1:D1", "A2:D2", "A3:D3", "A9:D9", "A10:D10"],
            SheetAt(book, 0).Worksheet.Descendants<MergeCell>().Select(m => m.Reference?.Value));
    }

    [Fact]
    public void Head_is_frozen_on_screen_and_repeated_on_A4()
    {
        using var book = Open(Sample.Appendix);
        Assert.Equal([5.0, 1.0], Panes(book).Select(p => p?.VerticalSplit?.Value ?? 0));
        Assert.All(Panes(book), p => Assert.Equal(PaneStateValues.Frozen, p?.State?.Value));
        Assert.Equal(
            ["'Phụ lục I'!$5:$5", "'Phụ lục I (2)'!$1:$1"],
            book.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Select(n => n.Text));
        Assert.Equal(9U, SheetAt(book, 0).Worksheet.GetFirstChild<PageSetup>()?.PaperSize?.Value);
    }

    [Fact]
    public void Head_under_a_long_text_is_not_frozen()
    {
        var text = new ReportBlock.Paragraph(string.Join('\n', Enumerable.Repeat("dòng", 20)), ReportStyle.Body);
        using var book = Open(Sample.Appendix with { Blocks = Sample.Appendix.Blocks.Insert(0, text) });
        Assert.Null(Panes(book)[0]);
    }

    [Fact]
    public void Empty_table_has_the_row_that_Excel_wants()
    {
        using var book = Open(Sample.Empty);
        Assert.Equal("A5:D6", TableOf(book, 0).Reference?.Value);
        Assert.Equal("A1:E2", TableOf(book, 1).Reference?.Value);
    }

    [Fact]
    public void Large_table_is_one_table()
    {
        using var book = Open(Sample.Large);
        Assert.Equal("A5:D605", TableOf(book, 0).Reference?.Value);
        Assert.Equal("600", CellAt(book, 0, "C605").CellValue?.Text);
    }

    [Fact]
    public void Sheet_names_are_such_as_Excel_accepts()
    {
        string[] wanted = ["a/b:c*[d]?", "A b c  d", "", "'x'", "history", new('n', 40), new('n', 50)];
        using var book = Open(new(
            "T", "vi", Sample.AsOf, [.. wanted.Select(n => (ReportBlock)new ReportBlock.Table(n, Sample.Columns, []))], []));
        Office.AssertValid(book);
        Assert.Equal(
            ["a b c  d", "A b c  d (2)", "Sheet", "x", "history (2)", new string('n', 31), $"{new string('n', 27)} (2)"], Names(book));
    }

    [Fact]
    public void Headings_of_a_table_are_never_empty_or_twice_the_same()
    {
        ImmutableArray<ReportColumn> columns = [new("A", 1, false), new("a", 1, false), new("", 1, false), new("b\nc", 1, false)];
        using var book = Open(Sample.Appendix with { Blocks = [new ReportBlock.Table("T", columns, [])] });
        Assert.Equal(["A", "a (2)", "Column3", "b c"], TableOf(book, 0).TableColumns!.Elements<TableColumn>().Select(c => c.Name?.Value));
        Assert.Equal(["A", "a (2)", "Column3", "b c"], "ABCD".Select(c => Read(book, 0, $"{c}1")));
    }

    [Fact]
    public void Text_stays_what_was_typed()
    {
        using var book = Open(Sample.OfCells("=1+1", "_x0041_", new('x', 40_000)));
        Assert.Null(CellAt(book, 0, "A2").CellFormula);
        Assert.Equal("=1+1", Read(book, 0, "A2"));
        Assert.Equal("_x005F_x0041_", Read(book, 0, "A3"));
        Assert.Equal(32_766, Read(book, 0, "A4").Length);
    }

    [Fact]
    public void Columns_beyond_Z_are_found()
    {
        ImmutableArray<ReportColumn> columns = [.. Enumerable.Range(0, 30).Select(i => new ReportColumn($"c{i}", 1, false))];
        using var book = Open(Sample.Appendix with { Blocks = [new ReportBlock.Table("T", columns, [])] });
        Assert.Equal("A1:AD2", TableOf(book, 0).Reference?.Value);
        Assert.Equal("c26", Read(book, 0, "AA1"));
    }
}
