using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

public sealed class DocxWriterTests
{
    [Fact]
    public void Validator_finds_no_mistake()
    {
        foreach (var document in new[] { Sample.Appendix, Sample.Minutes, Sample.Empty, Sample.Large, Sample.OfCells("a\u0001\nb", "", " x ") })
        {
            using var word = Open(document);
            Office.AssertValid(word);
        }
    }

    [Fact]
    public void Bare_table_has_no_lines_and_the_motto_has_one_below()
    {
        using var word = Open(Sample.Minutes);
        Assert.Equal("TableNormal", Body(word).Descendants<TableStyle>().Single().Val?.Value);
        Assert.Null(Style(word, "TableNormal").StyleTableProperties!.TableBorders);
        Assert.NotNull(Style(word, "Motto").StyleParagraphProperties!.ParagraphBorders!.BottomBorder);
        Assert.Equal(Sample.Bytes(new DocxWriter(), Sample.Minutes), Sample.Bytes(new DocxWriter(), Sample.Minutes));
    }

    [Fact]
    public void Text_stands_in_order()
    {
        using var word = Open(Sample.Appendix);
        var texts = Body(word).Descendants<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0);
        Assert.Equal(
            [
                "Phụ lục I", "DANH SÁCHCÁC ĐỊA PHƯƠNG", "(Ban hành kèm theo Công văn số          /VPCP-KSTT)",
                "STT", "Nội dung", "Số lượng", "Tỉnh, thành phố",
                "1", "Đã hoàn thành <kết nối> & \"kiểm thử\"", "1", "Cần Thơ", "2", "Đang thực hiện", "28", "An Giang, Bắc Giang",
                "Ghi chú", "Số liệu theo báo cáo.",
            ],
            texts);
    }

    [Fact]
    public void Line_feeds_are_breaks()
    {
        using var word = Open(Sample.Appendix);
        var run = Body(word).Elements<Paragraph>().ElementAt(1).Elements<Run>().Single();
        Assert.Equal(["t", "br", "t"], run.ChildElements.Select(e => e.LocalName));
    }

    [Fact]
    public void Every_style_in_use_is_defined()
    {
        using var word = Open(Sample.Appendix);
        var defined = Styles(word).Elements<Style>().Select(s => s.StyleId?.Value).ToHashSet();
        Assert.Superset(Enum.GetNames<ReportStyle>().ToHashSet<string?>(), defined);
        Assert.All(Body(word).Descendants<ParagraphStyleId>(), s => Assert.Contains(s.Val?.Value, defined));
        Assert.All(Body(word).Descendants<TableStyle>(), s => Assert.Contains(s.Val?.Value, defined));
    }

    [Fact]
    public void Type_is_Times_New_Roman_14_and_Vietnamese()
    {
        using var word = Open(Sample.Appendix);
        var run = Styles(word).DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(("Times New Roman", "28", "vi-VN"), (run.RunFonts!.Ascii?.Value, run.FontSize!.Val?.Value, run.Languages!.Val?.Value));
        Assert.Equal("26", Style(word, "TableText").StyleRunProperties!.FontSize!.Val?.Value);
    }

    [Theory]
    [InlineData("AppendixName", "center", true, false)]
    [InlineData("Title", "center", true, false)]
    [InlineData("IssuedWith", "center", false, true)]
    [InlineData("Body", "both", false, false)]
    [InlineData("Heading", null, true, false)]
    public void Style_stands_as_the_form_asks(string id, string? justified, bool bold, bool italic)
    {
        using var word = Open(Sample.Appendix);
        var style = Style(word, id);
        Assert.Equal(justified, style.StyleParagraphProperties?.Justification?.Val?.InnerText);
        Assert.Equal((bold, italic), (style.StyleRunProperties?.Bold is not null, style.StyleRunProperties?.Italic is not null));
    }

    [Fact]
    public void Page_is_A4_with_official_margins_and_a_number_from_the_second_on()
    {
        using var word = Open(Sample.Appendix);
        var section = Body(word).Elements<SectionProperties>().Single();
        var size = section.Elements<PageSize>().Single();
        var margin = section.Elements<PageMargin>().Single();
        Assert.Equal((11906U, 16838U), (size.Width?.Value, size.Height?.Value));
        Assert.Equal((1134, 1134, 1701U, 851U), (margin.Top?.Value, margin.Bottom?.Value, margin.Left?.Value, margin.Right?.Value));
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Equal("PAGE", HeaderOf(word, section, HeaderFooterValues.Default).Descendants<SimpleField>().Single().Instruction?.Value?.Trim());
        Assert.Empty(HeaderOf(word, section, HeaderFooterValues.First).InnerText);
    }

    [Fact]
    public void Table_repeats_its_head_and_fills_the_page()
    {
        using var word = Open(Sample.Large);
        var table = Body(word).Elements<Table>().Single();
        var rows = table.Elements<TableRow>().ToArray();
        Assert.Equal(601, rows.Length);
        Assert.Single(table.Descendants<TableHeader>());
        Assert.NotNull(rows[0].TableRowProperties?.GetFirstChild<TableHeader>());
        var widths = table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(c => int.Parse(c.Width!.Value!)).ToArray();
        Assert.Equal(11906 - 1701 - 851, widths.Sum());
        Assert.Equal([748, 3180, 1310, 4116], widths);
        Assert.Equal(
            ["TableCentred", "TableText", "TableCentred", "TableText"],
            rows[1].Descendants<ParagraphStyleId>().Select(s => s.Val?.Value));
    }

    [Fact]
    public void Only_a_long_row_may_be_cut_by_the_page_end()
    {
        using var word = Open(Sample.OfCells("short", string.Concat(Enumerable.Repeat("Thừa Thiên Huế, ", 200))));
        var cut = Body(word).Descendants<TableRow>().Select(r => r.Descendants<CantSplit>().Any());
        Assert.Equal([true, true, false], cut);
    }

    [Fact]
    public void Tables_that_follow_each_other_stay_apart()
    {
        var table = Sample.Appendix.Blocks.OfType<ReportBlock.Table>().Single();
        using var word = Open(Sample.Appendix with { Blocks = [table, table] });
        Assert.Equal(["tbl", "p", "tbl", "p", "sectPr"], Body(word).ChildElements.Select(e => e.LocalName));
    }

    private static WordprocessingDocument Open(ReportDocument document) =>
        WordprocessingDocument.Open(Sample.Print(new DocxWriter(), document), false);

    private static Body Body(WordprocessingDocument word) => word.MainDocumentPart!.Document.Body!;

    private static Styles Styles(WordprocessingDocument word) => word.MainDocumentPart!.StyleDefinitionsPart!.Styles!;

    private static Style Style(WordprocessingDocument word, string id) => Styles(word).Elements<Style>().Single(s => s.StyleId?.Value == id);

    private static Header HeaderOf(WordprocessingDocument word, SectionProperties section, HeaderFooterValues type)
    {
        var id = section.Elements<HeaderReference>().Single(h => h.Type?.Value == type).Id!.Value!;
        return ((HeaderPart)word.MainDocumentPart!.GetPartById(id)).Header;
    }
}
