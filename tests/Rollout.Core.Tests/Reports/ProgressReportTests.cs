using System.Collections.Frozen;
using Rollout.Core.Maps;
using Rollout.Core.Pictures;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Trends;

namespace Rollout.Core.Tests.Reports;

/// <summary>The progress report and Appendix II of a participant.</summary>
public sealed class ProgressReportTests
{
    private static readonly ReportWords Words = new((c, known) => known ? $"{c.Status}" : "?", b => $"{b}", (s, a) => $"{s}{(a ? "*" : "")}", k => $"{k}", o => o);

    private static readonly MapOutline Outline = new(
        740, 980, new Dictionary<string, MapOutline.Shape> { ["48"] = new("M0 0L10 0L10 10Z", 5, 5), ["92"] = new("M20 0L30 0L30 10Z", 25, 5) }.ToFrozenDictionary(),
        [new("Quần đảo Hoàng Sa", "48", [[500, 400], [520, 410]]), new("Quần đảo Trường Sa", "56", [[600, 800]])]);

    [Fact]
    public void Service_comes_first_then_connections_map_trend_regions_and_what_is_stuck()
    {
        var report = Report();
        Assert.Equal(
            ["1. Tình hình cung cấp dịch vụ", "2. Kết quả kết nối", "3. Bản đồ tiến độ đến ngày 01/08/2024", "4. Số địa phương đã hoàn thành theo thời gian", "5. Theo vùng", "6. Việc đang vướng, đang chờ và cơ quan phải xử lý"],
            report.Blocks.OfType<ReportBlock.Paragraph>().Where(p => p.Style == ReportStyle.Heading).Select(p => p.Text));
        var text = string.Join('\n', report.Blocks.OfType<ReportBlock.Paragraph>().Select(p => p.Text));
        Assert.Contains("62/63 địa phương đang gián đoạn, 1/63 địa phương đang cung cấp", text, StringComparison.Ordinal);
        Assert.Contains("12/63 địa phương đã hoàn thành; 28 đang thực hiện; 23 chưa thực hiện; 0 chưa có số liệu", text, StringComparison.Ordinal);
        Assert.Contains("Sơ đồ minh họa tiến độ, không dùng để xác định địa giới, biên giới.", text, StringComparison.Ordinal);
        Assert.Contains("ước tính theo tốc độ hiện tại, không phải cam kết", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Archipelagos_are_drawn_on_every_map_in_the_paint_of_their_province_with_their_names()
    {
        var map = Report().Blocks.OfType<ReportBlock.Picture>().Single(p => p.Drawing.Marks.OfType<DrawingMark.Lettering>().Any(l => l.Text == "Quần đảo Hoàng Sa")).Drawing;
        foreach (var name in (string[])["Quần đảo Hoàng Sa", "Quần đảo Trường Sa", "(thành phố Đà Nẵng)", "(tỉnh Khánh Hòa)"])
            Assert.Equal(LienThong.Programme.Systems.Length, map.Marks.OfType<DrawingMark.Lettering>().Count(l => l.Text == name));
        var areas = map.Marks.OfType<DrawingMark.Patch>().ToList();
        var islands = areas.Where(a => a.Rings.Length == 2 && a.Rings[0].Length > 4).ToList();
        var mainland = areas.Where(a => a.Rings.Length == 1 && a.Rings[0].Length == 3).ToList();
        Assert.Equal(2, islands.Count);
        Assert.Equal((mainland[0].Fill, mainland[0].Hatch), (islands[0].Fill, islands[0].Hatch));
    }

    [Fact]
    public void Regions_add_up_to_the_country_and_programmes_without_a_map_have_none()
    {
        var table = Report().Blocks.OfType<ReportBlock.Table>().First();
        Assert.Equal(63, table.Rows.SkipLast(1).Sum(r => r[1].Number));
        Assert.Equal(["Cả nước", "63", "12 / 28 / 23", "1 / 3 / 59"], table.Rows[^1].Select(c => c.Text));
        Assert.DoesNotContain(Report(withMap: false).Blocks.OfType<ReportBlock.Picture>(), p => p.Drawing.Marks.OfType<DrawingMark.Lettering>().Any(l => l.Text.StartsWith("Quần", StringComparison.Ordinal)));
    }

    [Fact]
    public void Stuck_list_names_who_must_act()
    {
        var scribe = LienThong.WithBaselines();
        scribe.Happened("94", "1.3", new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.Blocked, Basis.Report) { Blocker = new("btp", "waiting", StepStatus.NotStarted) }, Times.Yesterday);
        var report = Report(scribe);
        Assert.Contains(report.Blocks.OfType<ReportBlock.Table>().Last().Rows, r => r[1].Text == "Sóc Trăng" && r[3].Text == "Blocked" && r[4].Text == "btp");
    }

    [Fact]
    public void Checklist_has_the_official_text_state_date_basis_and_who_acts_of_every_step()
    {
        var programme = LienThong.Programme;
        var row = LienThong.WithBaselines().Board.Find("92")!;
        var report = ChecklistReport.Of(programme, programme.Checklist!, row, programme.Phases[0], Times.Now, Words, "vi");
        var table = Assert.Single(report.Blocks.OfType<ReportBlock.Table>());
        Assert.Equal(programme.Parts.Length + programme.Steps.Length, table.Rows.Length);
        Assert.Equal(["1.1", programme.Steps[0].Text.Default.Trim(), "Done", "01/07/2024", "Baseline", ""], table.Rows[1].Select(c => c.Text));
        Assert.True(table.Rows[0][1].Strong);
        Assert.Equal(["1.1", "done", "2024-07-01T00:00:00+07:00", "baseline"], [.. report.Records[0].Rows[0].Where((_, i) => i is 0 or 2 or 3 or 4).Select(c => c.Machine)]);
        var unknown = ChecklistReport.Of(programme, programme.Checklist!, LienThong.Empty.Rows[0], programme.Phases[0], Times.Now, Words, "vi");
        Assert.All(unknown.Records[0].Rows, r => Assert.Equal(("unknown", ""), (r[2].Machine, r[5].Machine)));
    }

    private static ReportDocument Report(Scribe? scribe = null, bool withMap = true)
    {
        scribe ??= LienThong.WithBaselines();
        var trend = Trend.Of(LienThong.Empty, "test", scribe.Entries, Times.Now);
        return ProgressReport.Of(LienThong.Programme.Progress!, new(scribe.Board, LienThong.Programme.Phases[0], Times.Now, trend, withMap ? Outline : null), Words, "vi");
    }
}
