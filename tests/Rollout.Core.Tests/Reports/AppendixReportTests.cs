using System.Globalization;
using Rollout.Core.Lists;
using Rollout.Core.Reports;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Reports;

/// <summary>Appendix I as a document.</summary>
public sealed class AppendixReportTests
{
    private static readonly StatusLists Lists = StatusLists.Of(LienThong.WithBaselines().Board, "test", Times.Now);
    private static readonly ReportDocument Document = AppendixReport.Of(Lists, "vi");

    [Fact]
    public void Head_is_name_title_and_the_line_of_the_letter()
    {
        var head = Document.Blocks.OfType<ReportBlock.Paragraph>().ToList();
        Assert.Equal([ReportStyle.AppendixName, ReportStyle.Title, ReportStyle.IssuedWith], head.Select(p => p.Style));
        Assert.Equal("Phụ lục I", head[0].Text);
        Assert.StartsWith("DANH SÁCH CÁC ĐỊA PHƯƠNG THỰC HIỆN KẾT NỐI GIỮA\n", head[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("(Ban hành kèm theo Công văn số", head[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_of_the_file_stands_on_one_line_and_the_instant_is_kept()
    {
        Assert.DoesNotContain('\n', Document.Title);
        Assert.Equal(("vi", Times.Now), (Document.Language, Document.AsOf));
    }

    [Fact]
    public void Table_has_four_columns_that_share_the_width()
    {
        var table = Table(Document);
        Assert.Equal(["STT", "Nội dung", "Số lượng", "Tỉnh, thành phố"], table.Columns.Select(c => c.Heading));
        Assert.Equal(100, table.Columns.Sum(c => c.Width));
        Assert.Equal([true, false, true, false], table.Columns.Select(c => c.Centred));
    }

    [Fact]
    public void Rows_are_the_lists_with_their_counts_and_names()
    {
        var rows = Table(Document).Rows;
        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Select(r => r[0].Number));
        Assert.Equal([1, 12, 28, 23, 3, 59], rows.Select(r => r[2].Number));
        Assert.Equal("Bình Định, Long An, TP Hồ Chí Minh", rows[4][3].Text);
        Assert.All(rows, r => Assert.Equal(r[2].Text, r[3].Text.Split(", ").Length.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Records_have_a_row_a_name_with_its_code()
    {
        var records = Document.Records[0];
        Assert.Equal(["number", "title", "count", "code", "name"], records.Fields);
        Assert.Equal(1 + 12 + 28 + 23 + 3 + 59, records.Rows.Length);
        Assert.Equal(["1", "Địa phương đã hoàn thành kết nối với PM DVCLT và PM Hộ tịch", "1", "92", "Cần Thơ"], records.Rows[0].Select(c => c.Text));
        Assert.Null(records.Rows[0][3].Number);
    }

    [Fact]
    public void Each_list_has_records_of_its_own_and_the_steps_of_everyone_follow()
    {
        Assert.Equal(["Phụ lục I", "Phụ lục I.1", "Phụ lục I.2", "Phụ lục I.3", "Phụ lục I.4", "Phụ lục I.5", "Phụ lục I.6", "Thử nghiệm"], Document.Records.Select(r => r.Name));
        Assert.Equal([1, 12, 28, 23, 3, 59, 63], Document.Records.Skip(1).Select(r => r.Rows.Length));
        Assert.Equal(["1", "95", "Bạc Liêu"], Document.Records[2].Rows[0].Take(3).Select(c => c.Text));
        var steps = Document.Records[^1];
        Assert.Equal(["code", "name", "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"], steps.Fields);
        Assert.Equal(54, steps.Rows.Sum(r => r.Count(c => c.Machine == "done")));
    }

    [Fact]
    public void Steps_are_said_in_the_words_of_people_and_in_those_of_machines()
    {
        var words = new ReportWords((_, known) => known ? "Có" : "Chưa có số liệu", b => $"{b}", (s, _) => $"{s}", k => $"{k}", o => o);
        var steps = AppendixReport.Of(Lists, "vi", words).Records[^1];
        Assert.All(steps.Rows, r => Assert.All(r.Skip(2), c => Assert.Equal("Có", c.Text)));
        Assert.Contains("notStarted", steps.Rows[0].Select(c => c.Machine));
        Assert.All(AppendixReport.Of(StatusLists.Of(LienThong.Empty, "test", Times.Now), "vi", words).Records[^1].Rows, r => Assert.Equal(("Chưa có số liệu", "unknown"), (r[2].Text, r[2].Machine)));
    }

    [Fact]
    public void Document_speaks_the_language_asked_for_and_leaves_names_alone()
    {
        var english = AppendixReport.Of(Lists, "en");
        Assert.Equal("Appendix I", Table(english).Name);
        Assert.Equal("Cần Thơ", Table(english).Rows[0][3].Text);
        Assert.Equal("en", english.Language);
    }

    [Fact]
    public void List_without_names_is_printed_with_nought()
    {
        var empty = AppendixReport.Of(StatusLists.Of(LienThong.Empty, "test", Times.Now), "vi");
        Assert.All(Table(empty).Rows, r => Assert.Equal((0, ""), (r[2].Number!.Value, r[3].Text)));
        Assert.Empty(empty.Records[0].Rows);
    }

    private static ReportBlock.Table Table(ReportDocument document) => Assert.Single(document.Blocks.OfType<ReportBlock.Table>());
}
