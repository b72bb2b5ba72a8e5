using Rollout.Core.Collecting;
using Rollout.Core.Reports;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Collecting;

/// <summary>The letter that asks for missing reports, and the lists.</summary>
public sealed class CollectionReminderTests
{
    [Fact]
    public void Letter_counts_asks_and_lists_who_has_not_handed_in()
    {
        var almanac = Almanac.Of(Almanac.TwoReports).Has("A", "1.1", Reported, "2024-07-10 08:00").Has("B", "1.1", Reported, "2024-07-15 08:00").Has("A", "1.2", Reported, "2024-07-10 08:00");
        var letter = almanac.Letter("2024-07-17 08:00");
        var text = Text(letter);
        Assert.Contains("By 17/07/2024, Rehearsal:", text);
        Assert.Contains("Report on oil: 2 of 3, 1 late, 1 missing, 0 unknown", text);
        Assert.Contains("Report on light: 1 of 3, 0 late, 2 missing, 0 unknown", text);
        Assert.Contains("1. Of the missing", text);
        Assert.Contains("2 harbours in list I send Oil, Light before 01/08/2024", text);
        Assert.DoesNotContain("Of the unknown", string.Join('\n', text), StringComparison.Ordinal);
        var table = Assert.Single(letter.Blocks.OfType<ReportBlock.Table>());
        Assert.Equal(["1 | Brod | Light | 5", "2 | Cove | Oil; Light | 5"], table.Rows.Select(r => string.Join(" | ", r.Select(c => c.Text))));
        Assert.Equal(["B light", "C oil", "C light"], letter.Records[0].Rows.Select(r => $"{r[0].Text} {r[2].Text}"));
    }

    [Fact]
    public void Letter_asks_for_one_report_alone_and_for_word_from_those_of_whom_nothing_is_known()
    {
        var letter = Almanac.Silent(Almanac.TwoReports).Letter("2024-07-17 08:00", "oil");
        var text = Text(letter);
        Assert.Contains("3 harbours in list I say whether", text);
        Assert.DoesNotContain(text, t => t.Contains("Report on light", StringComparison.Ordinal) || t.Contains("Of the missing", StringComparison.Ordinal));
        Assert.Equal("Alma, Brod, Cove", letter.Blocks.OfType<ReportBlock.Table>().Single().Rows[0][1].Text);
    }

    [Fact]
    public void Letter_when_all_is_here_asks_nobody_and_has_no_appendix()
    {
        var almanac = Almanac.Of("""[{ key: oil, title: Oil, steps: ["1.1"] }]""");
        foreach (var code in (string[])["A", "B", "C"]) almanac.Has(code, "1.1", Reported, "2024-07-10 08:00");
        var letter = almanac.Letter("2024-07-17 08:00");
        Assert.Empty(letter.Blocks.OfType<ReportBlock.Table>());
        Assert.Empty(letter.Blocks.OfType<ReportBlock.NewPart>());
    }

    [Fact]
    public void Report_that_came_in_part_is_asked_for_by_its_missing_steps()
    {
        var letter = Almanac.Of(Almanac.OneReport).Has("A", "1.1", Reported, "2024-07-10 08:00").Letter("2024-07-17 08:00");
        Assert.Equal(["All: Light it", "All", "All"], letter.Blocks.OfType<ReportBlock.Table>().Single().Rows.Select(r => r[2].Text));
    }

    [Fact]
    public void Lists_print_a_table_for_each_copy_and_give_machines_one_flat_list()
    {
        var almanac = Almanac.Of(Almanac.TwoReports).Has("B", "1.1", Reported, "2024-07-15 08:00", files: ["aa"]);
        var collection = almanac.Read("2024-07-17 08:00");
        var report = CollectionReport.Of(
            collection, collection.Of(collection.Form.Reports[0]),
            new("Reports", "By the almanac", c => $"{c.Report.Key} {c.Phase.Key}", ["No.", "Who", "State", "On", "Late", "Open", "Files"], s => Words.Of(s)), "en");
        Assert.Equal(["oil rehearsal", "oil season"], report.Blocks.OfType<ReportBlock.Table>().Select(t => t.Name));
        Assert.Equal("2 | Brod | late | 15/07/2024 | 3 |  | 1", string.Join(" | ", report.Blocks.OfType<ReportBlock.Table>().First().Rows[1].Select(c => c.Text)));
        var records = Assert.Single(report.Records);
        Assert.Equal(6, records.Rows.Length);
        Assert.Equal("oil rehearsal B Brod late 2024-07-15 instant 2024-07-10 3  false 1", string.Join(' ', records.Rows[1].Select(c => c.Machine)));
    }

    private static List<string> Text(ReportDocument document) => [.. document.Blocks.OfType<ReportBlock.Paragraph>().Select(p => p.Text)];
}
