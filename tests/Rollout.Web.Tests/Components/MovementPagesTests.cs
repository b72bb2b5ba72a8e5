using Bunit;
using Rollout.Core.Steps;
using Rollout.Web.Components.Figures;
using Rollout.Web.Components.Movement;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Shared;
using Rollout.Web.Resources;

namespace Rollout.Web.Tests.Components;

/// <summary>The pages of what moved, of the weekly meeting and of the figures.</summary>
public sealed class MovementPagesTests : PageTest
{
    [Fact]
    public async Task Lists_compared_open_what_explains_each_name()
    {
        var row = Untouched();
        await RecordAsync(row.Participant.Code, Programme.Phases[0].Key, Programme.Steps[0].Key, StepStatus.InProgress);
        var page = Open<ListsPage>("/lists?compare=2024-07-31");
        var opened = page.FindAll("details.moved");
        Assert.Equal(2, opened.Count);
        Assert.All(opened, d => Assert.Contains(Texts["basis.correction"], d.QuerySelector(".explained")!.TextContent, StringComparison.Ordinal));
        Assert.All(opened, d => Assert.Contains(Programme.Steps[0].Key, d.QuerySelector(".explained")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_tell_names_steps_and_those_who_changed_no_list()
    {
        var (phase, steps) = (Programme.Phases[0].Key, Programme.Steps);
        var row = Untouched();
        await RecordAsync(row.Participant.Code, phase, steps[0].Key, StepStatus.InProgress);
        var under = View().Board.Rows.First(r => r[phase, steps[0].Key].Assumed);
        await RecordAsync(under.Participant.Code, phase, steps[1].Key, StepStatus.InProgress);
        var page = Open<ChangesPage>("/lists/changes?from=2024-07-31");
        Assert.Equal([row.Participant.Name], page.FindAll("ins").Select(n => n.TextContent.Split('+')[1]));
        Assert.Equal([row.Participant.Name, under.Participant.Name], page.FindAll(".provinces h3").Select(h => h.TextContent));
        Assert.Contains("changes.docx?phase=test&from=2024-07-31", page.Markup.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_of_few_stand_open_and_of_many_are_a_line_each_that_opens()
    {
        var many = Open<ChangesPage>("/lists/changes?from=2024-06-01&to=2024-07-31");
        var folded = many.FindAll(".provinces details");
        Assert.True(folded.Count > 12);
        Assert.All(folded, d => Assert.False(d.HasAttribute("open")));
        var one = folded.Single(d => d.QuerySelector("h3")!.TextContent == View().Board.Find("92")!.Participant.Name);
        Assert.Contains(Texts["changes.moved", Programme.Steps.Length], one.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_dated_by_its_month_waits_since_that_month()
    {
        var page = Open<WeeklyPage>("/weekly?asOf=2024-07-31");
        Assert.Contains(Texts["since", Texts["date.month", 7, 2024]], page.Find("section:last-child tbody td:last-child").TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["since", Texts["date.month", 7, 2024]], Open<FiguresPage>("/figures?asOf=2024-07-31").Find(".waits").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Weekly_page_before_the_first_source_tells_no_count_and_leads_to_the_present()
    {
        var page = Open<WeeklyPage>("/weekly?asOf=2024-05-01&since=2024-04-01");
        Assert.All(page.FindAll("section:nth-of-type(1) tbody td:nth-child(3)").Take(6), c => Assert.Equal("–", c.TextContent));
        Assert.Equal("/weekly?since=2024-04-01", page.Find(".nothing-yet a").GetAttribute("href"));
    }

    [Fact]
    public void Changes_of_quiet_days_say_so_and_a_wrong_order_is_explained()
    {
        Assert.Contains(Texts["changes.none"], Open<ChangesPage>("/lists/changes?from=2024-07-20&to=2024-07-31").Markup, StringComparison.Ordinal);
        Assert.NotEmpty(Open<ChangesPage>("/lists/changes?from=2024-07-31&to=2024-07-20").FindAll(".mistake"));
    }

    [Fact]
    public void Weekly_page_counts_since_the_last_document_and_names_who_must_act()
    {
        var page = Open<WeeklyPage>("/weekly?asOf=2024-08-20");
        Assert.Contains("…/VPCP-KSTT", page.Find("header").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "12", "28", "23", "3", "59", "62"], page.FindAll("section:nth-of-type(1) tbody td:nth-child(3)").Select(c => c.TextContent));
        Assert.Equal(["31", "31"], page.FindAll("section:last-child tbody td").Take(2).Select(c => c.TextContent));
        Assert.Equal(TextHelpers.Alone(Texts.Of(Programme.ParticipantWord)), page.Find("section:last-child tbody th .badge").TextContent.Trim());
        Assert.Equal("/lists?asOf=2024-08-20", page.Find(".crumb a").GetAttribute("href"));
    }

    [Fact]
    public void Weekly_page_refuses_a_day_that_is_not_earlier() => Assert.NotEmpty(Open<WeeklyPage>("/weekly?asOf=2024-08-20&since=2024-08-20").FindAll(".mistake"));

    [Fact]
    public void Figures_draw_every_system_with_a_table_behind_and_promise_nothing()
    {
        var page = Open<FiguresPage>("/figures?asOf=2024-07-31&with=94");
        Assert.Equal(Programme.Systems.Length, page.FindAll("svg.stack").Count);
        Assert.All(page.FindAll("svg.stack"), s => Assert.NotEmpty(s.GetAttribute("aria-label")!));
        Assert.Equal(Programme.Systems.Length + 1, page.FindAll("details.behind table").Count);
        Assert.Contains(View().Board.Find("94")!.Participant.Name, page.Find("#h-yardstick").ParentElement!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["yardstick.open"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_before_the_first_source_say_what_is_missing()
    {
        var page = Open<FiguresPage>("/figures?asOf=2020-01-01");
        Assert.Empty(page.FindAll("svg.stack"));
        foreach (var key in new[] { "trend.none", "waits.none", "durations.none", "yardstick.none", "figures.estimateNone" }) Assert.Contains(Texts[key], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_a_stack_never_lie_upon_each_other_and_areas_fill_the_whole()
    {
        Core.Trends.TrendPoint Point(int day, int done, int progress, int none, int unknown) => new(new(2024, 7, day), [new("a", done, progress, none, unknown)], 0);
        var plot = new StackPlot([Point(1, 0, 0, 0, 63), Point(2, 1, 1, 60, 1)], 0, 63);
        var labels = plot.Labels().ToList();
        Assert.Equal([0, 1, 2, 3], labels.Select(l => l.Layer));
        Assert.All(labels.Zip(labels.Skip(1)), p => Assert.True(p.First.Y - p.Second.Y >= 15.9));
        Assert.All(labels, l => Assert.InRange(l.Y, StackPlot.Top, StackPlot.Height));
        Assert.All(Enumerable.Range(0, StackPlot.Layers), l => Assert.EndsWith("Z", plot.Area(l), StringComparison.Ordinal));
        Assert.Equal(63, Enumerable.Range(0, StackPlot.Layers).Sum(plot.Count));
        Assert.Equal("", new StackPlot([Point(1, 63, 0, 0, 0)], 0, 63).Area(3));
    }
}
