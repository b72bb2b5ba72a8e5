using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Reports;

/// <summary>The report of changes and the page for the weekly meeting, before they have a format.</summary>
public sealed class MovementReportTests
{
    private static readonly DateTimeOffset From = Times.At("2024-08-01 08:00");
    private static readonly DateTimeOffset To = Times.At("2024-08-05 23:59").AddSeconds(59).AddMilliseconds(999);

    [Fact]
    public void Every_status_and_basis_has_its_word()
    {
        Assert.Equal(Words.All<StepStatus>().Append(ChangesForm.Unknown).Order(), LienThong.Programme.Changes!.Statuses.Keys.Order());
        Assert.Equal(Words.All<Basis>().Order(), LienThong.Programme.Changes!.Bases.Keys.Order());
    }

    [Fact]
    public void Programme_without_the_words_has_neither_document()
    {
        Assert.Null(Lights.Programme.Changes);
        Assert.Null(Lights.Programme.Weekly);
    }

    [Fact]
    public void Mistake_in_the_words_is_told_with_its_place()
    {
        var reading = ProgrammeYaml.Read("lights.yaml", Lights.Yaml + "\nweekly: { title: T, numberColumns: [a] }\n", ["harbours"]);
        Assert.Contains(reading.Mistakes, m => m.Message.Code == "yaml.missing" && m.Message.Arguments.Contains("waits"));
        Assert.Contains(reading.Mistakes, m => m.Message.Code == "yaml.columns");
    }

    [Fact]
    public void Changes_name_who_joined_and_left_and_the_steps_behind_by_whom()
    {
        var report = ChangesReport.Of(LienThong.Programme.Changes!, Movement(), (null, null), "vi");
        var tables = report.Blocks.OfType<ReportBlock.Table>().ToList();
        Assert.Equal("Thêm: Bạc Liêu, Hà Giang.", tables[0].Rows[2][4].Text);
        Assert.Equal("Rời: Hà Giang.", tables[0].Rows[3][4].Text);
        Assert.Equal(("28", "30"), (tables[0].Rows[2][2].Text, tables[0].Rows[2][3].Text));
        Assert.Equal(["Hà Giang", "1.1", "chưa thực hiện → hoàn thành", "03/08/2024", "xác nhận"], tables[1].Rows[1].Select((c, i) => i == 1 ? c.Text[..3] : c.Text));
        Assert.Equal("(Từ 01/08/2024 08:00 đến 05/08/2024)", report.Blocks.OfType<ReportBlock.Paragraph>().ElementAt(2).Text.Split('\n')[1]);
        Assert.All(tables, t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Length, r.Length)));
        Assert.All(tables, t => Assert.Equal(100, t.Columns.Sum(c => c.Width)));
        Assert.Equal(["2 left Bạc Liêu", "3 joined Bạc Liêu", "3 joined Hà Giang", "4 left Hà Giang"], report.Records[0].Rows.Select(r => $"{r[0].Text} {r[4].Text} {r[6].Text}"));
    }

    [Fact]
    public void Changes_say_what_was_known_and_that_nothing_moved()
    {
        var scribe = LienThong.WithBaselines();
        var lists = StatusLists.Of(scribe.Board, "test", From);
        var report = ChangesReport.Of(LienThong.Programme.Changes!, ListMovement.Between(lists, lists, []), (From, null), "en");
        Assert.Contains("as known on 01/08/2024 08:00", report.Title, StringComparison.Ordinal);
        Assert.Equal("Nothing changed.", report.Blocks.OfType<ReportBlock.Paragraph>().Last().Text);
        Assert.Empty(report.Blocks.OfType<ReportBlock.Table>());
    }

    [Fact]
    public void Weekly_page_counts_then_and_now_and_who_must_act()
    {
        var movement = Movement();
        var facts = WeeklyFacts.Of(movement, LastLetter.Baseline(LienThong.Programme, LienThong.Programme.Phases[0], To));
        var report = WeeklyReport.Of(LienThong.Programme.Weekly!, facts, "vi");
        var tables = report.Blocks.OfType<ReportBlock.Table>().ToList();
        Assert.Equal(["28", "30", "+2"], tables[0].Rows[2].Skip(1).Select(c => c.Text));
        Assert.Equal(["62", "62", "0"], tables[0].Rows[6].Skip(1).Select(c => c.Text));
        var lines = report.Blocks.OfType<ReportBlock.Paragraph>().Select(p => p.Text).ToList();
        Assert.Contains("(Từ 15/07/2024, …/VPCP-KSTT, đến 05/08/2024)", lines[2], StringComparison.Ordinal);
        Assert.Contains("Vướng mắc mới: An Giang (1.1, chờ địa phương).", lines);
        Assert.Contains("Bước bị lùi: Bạc Liêu (1.1).", lines);
        Assert.Equal("địa phương", tables[1].Rows[0][0].Text);
        Assert.Equal(facts.Waits.Groups.Sum(g => g.Cells), tables[1].Rows.Sum(r => r[1].Number!.Value));
    }

    [Fact]
    public void Weekly_page_counts_the_names_for_which_it_has_no_room()
    {
        var scribe = LienThong.WithBaselines();
        var from = StatusLists.Of(scribe.Board, "test", From);
        foreach (var province in LienThong.Provinces.All.Take(40)) scribe.Has(province.Code, "2.1", Blocked, From.AddDays(1));
        var to = StatusLists.Of(scribe.Board, "test", To);
        var report = WeeklyReport.Of(LienThong.Programme.Weekly!, WeeklyFacts.Of(ListMovement.Between(from, to, []), null), "vi");
        Assert.Contains(report.Blocks.OfType<ReportBlock.Paragraph>(), p => p.Text.EndsWith($"và {40 - WeeklyReport.Most} trường hợp khác.", StringComparison.Ordinal));
    }

    [Fact]
    public void Last_letter_is_the_newest_published_state_of_the_phase_before_the_day()
    {
        var phases = LienThong.Programme.Phases;
        Assert.Equal((new DateTimeOffset(2024, 7, 15, 23, 59, 59, 999, TimeSpan.FromHours(7)), "…/VPCP-KSTT"), Of(0, To));
        Assert.Equal(1, Of(1, To).AsOf.Day);
        Assert.Equal(1, Of(0, Times.At("2024-07-15 12:00")).AsOf.Day);
        Assert.Null(LastLetter.Baseline(LienThong.Programme, phases[0], Times.At("2024-07-01 12:00")));

        (DateTimeOffset AsOf, string) Of(int phase, DateTimeOffset at) => LastLetter.Baseline(LienThong.Programme, phases[phase], at) is { } letter ? (letter.AsOf, letter.Number) : default;
    }

    /// <summary>Hà Giang (02) begins, An Giang (89) is stopped, Bạc Liêu (95) goes back.</summary>
    private static ListMovement Movement()
    {
        var scribe = LienThong.WithBaselines();
        var from = StatusLists.Of(scribe.Board, "test", From);
        var before = scribe.Entries.Count;
        scribe.Has("02", "1.1", Done, Times.At("2024-08-03 10:00"));
        scribe.Has("89", "1.1", Blocked, Times.At("2024-08-03 11:00"));
        scribe.Has("95", "1.1", InProgress, Times.At("2024-08-03 12:00"));
        return ListMovement.Between(from, StatusLists.Of(scribe.Board, "test", To), scribe.Entries.Skip(before));
    }
}
