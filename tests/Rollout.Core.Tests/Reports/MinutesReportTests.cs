using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Reports;

/// <summary>Test minutes before they have a format.</summary>
public sealed class MinutesReportTests
{
    private static readonly DateTimeOffset At = new(2024, 8, 3, 22, 5, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Steps_that_are_tests_have_minutes_by_the_programme_s_word() => Assert.Equal(
        ["2.3", "3.1", "3.2", "3.3"], LienThong.Programme.Steps.Where(s => s.Minutes).Select(s => s.Key));

    [Fact]
    public void Minutes_stand_in_the_order_of_the_form_and_end_with_a_place_for_each_to_sign()
    {
        var document = Of(withAddresses: true, [new(At, "ndxp", "https://a.vn/", "Kiểm tra đạt", 12.6)], [new(At, DatePrecision.Instant, "Sở Tư pháp", "Báo cáo")]);
        Assert.Equal(
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN BẢN KIỂM THỬ"], document.Blocks.OfType<ReportBlock.Paragraph>().Take(3).Select(p => p.Text));
        var tables = document.Blocks.OfType<ReportBlock.Table>().ToList();
        Assert.Equal([false, false, true], tables.Select(t => t.Bare));
        Assert.Equal(["1", "03/08/2024 22:05", "ndxp", "https://a.vn/", "Kiểm tra đạt", "13"], tables[0].Rows[0].Select(c => c.Text));
        Assert.Equal(["1", "03/08/2024 22:05", "Sở Tư pháp", "Báo cáo"], tables[1].Rows[0].Select(c => c.Text));
        Assert.Equal(["ĐẠI DIỆN\nSÓC TRĂNG", "ĐẠI DIỆN\nBỘ TƯ PHÁP", "ĐẠI DIỆN\nNDXP"], tables[2].Columns.Select(c => c.Heading));
        Assert.All(tables, t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Length, r.Length)));
        Assert.Equal([100, 100], tables.Take(2).Select(t => t.Columns.Sum(c => c.Width)));
        Assert.Equal(At, document.AsOf);
    }

    [Fact]
    public void Who_may_not_see_addresses_gets_no_column_for_them()
    {
        var table = Of(withAddresses: false, [new(At, "ndxp", null, "Kiểm tra đạt", 12)], []).Blocks.OfType<ReportBlock.Table>().First();
        Assert.Equal(["STT", "Thời điểm", "Phép kiểm tra", "Kết quả", "Thời gian (ms)"], table.Columns.Select(c => c.Heading));
        Assert.Equal(5, table.Rows[0].Length);
    }

    [Fact]
    public void What_is_not_there_is_said_in_words()
    {
        var document = Of(withAddresses: true, [], []);
        Assert.Single(document.Blocks.OfType<ReportBlock.Table>());
        Assert.Contains(document.Blocks, b => b is ReportBlock.Paragraph { Text: "Chưa có kết quả kiểm tra bằng máy." });
        Assert.Contains(document.Blocks, b => b is ReportBlock.Paragraph { Text: "Chưa có báo cáo hoặc xác nhận." });
    }

    [Theory]
    [InlineData(DatePrecision.Month, "08/2024")]
    [InlineData(DatePrecision.Day, "03/08/2024")]
    public void Statement_is_dated_as_exactly_as_its_source(DatePrecision precision, string expected) =>
        Assert.Equal(expected, Of(withAddresses: true, [], [new(At, precision, "VPCP", "Văn bản đã công bố")]).Blocks.OfType<ReportBlock.Table>().First().Rows[0][1].Text);

    [Fact]
    public void Step_that_wants_minutes_needs_their_words()
    {
        var text = Repository.Text("data", "programmes", "lien-thong.yaml");
        var without = text.Replace("\nminutes:\n", "\nminute:\n", StringComparison.Ordinal);
        Assert.Contains(ProgrammeYaml.Read("p.yaml", without, ["provinces-63"]).Mistakes, m => m.Message.Code == "yaml.missing" && m.Message.Arguments.Contains("minutes"));
    }

    private static ReportDocument Of(bool withAddresses, ImmutableArray<MinutesResult> results, ImmutableArray<MinutesStatement> statements) => MinutesReport.Of(
        LienThong.Programme, LienThong.Programme.Minutes!,
        new(LienThong.Province("94"), LienThong.Programme.Phases[0], LienThong.Programme.FindStep("2.3")!, At, withAddresses, results, statements), "vi");
}
