using System.Text;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_is_escaped_and_its_letters_kept()
    {
        var html = Html(Sample.Appendix);
        Assert.Contains("Đã hoàn thành &lt;kết nối&gt; &amp; &quot;kiểm thử&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<kết", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_document_becomes_markup()
    {
        const string Evil = "\"><script>alert(1)</script>\n<b>";
        var html = Html(new(Evil, Evil, Sample.AsOf, [
            new ReportBlock.Paragraph(Evil, ReportStyle.Body), new ReportBlock.Table(Evil, [new(Evil, 1, false)], [[new(Evil)]])], []));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_is_A4_in_its_language_and_needs_nothing_else()
    {
        var html = Html(Sample.Appendix);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"vi\">", html, StringComparison.Ordinal);
        Assert.Contains("@page { size: A4; margin: 20mm 15mm 20mm 30mm; }", html, StringComparison.Ordinal);
        Assert.Contains("@page :first { @top-center { content: none; } }", html, StringComparison.Ordinal);
        Assert.Contains("<title>DANH SÁCH CÁC ĐỊA PHƯƠNG</title>", html, StringComparison.Ordinal);
        Assert.Contains("content=\"2024-07-14T17:00:00Z\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\r", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_stand_in_order_with_head_and_breaks()
    {
        var html = Html(Sample.Appendix);
        string[] parts =
        [
            "<p class=\"AppendixName\">Phụ lục I</p>", "<h1 class=\"Title\">DANH SÁCH<br>CÁC ĐỊA PHƯƠNG</h1>", "<p class=\"IssuedWith\">",
            "<col style=\"width:44%\">", "<thead>\n<tr><th scope=\"col\">STT</th>", "<td class=\"c\">28</td><td>An Giang, Bắc Giang</td>",
            "<h2 class=\"Heading\">Ghi chú</h2>", "<p class=\"Body\">",
        ];
        var places = parts.Select(p => html.IndexOf(p, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("thead { display: table-header-group; }", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_table_leaves_its_head() => Assert.Contains("<tbody>\n</tbody>", Html(Sample.Empty), StringComparison.Ordinal);

    [Fact]
    public void Large_table_has_all_its_rows() => Assert.Equal(600, Html(Sample.Large).Split("<tr class=\"w\">").Length - 1);

    private static string Html(ReportDocument document) => Encoding.UTF8.GetString(Sample.Bytes(new HtmlWriter(), document));
}
