using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Web.Components.Layout;
using Rollout.Web.Components.Pages;

namespace Rollout.Web.Tests.Components;

public sealed class PagesTests : PageTest
{
    [Fact]
    public void Overview_begins_with_what_citizens_feel_and_counts_July_2024()
    {
        var page = Open<OverviewPage>("/");
        var numbers = page.FindAll(".number-value").Select(n => string.Concat(n.TextContent.Where(c => !char.IsWhiteSpace(c)))).ToList();
        Assert.Equal(["62/63", "1/63", "1/63", "54/630", "–"], numbers);
    }

    [Fact]
    public void Overview_before_the_first_source_counts_nothing_rather_than_none()
    {
        var page = Open<OverviewPage>("/?asOf=2020-01-01");
        Assert.Equal(["–", "–", "–", "–"], page.FindAll(".number-value").Skip(1).Select(n => n.TextContent.Trim()));
    }

    [Fact]
    public void Lists_of_July_2024_print_the_six_rows_of_the_letter()
    {
        var page = Open<ListsPage>("/lists?asOf=2024-07-31");
        Assert.Equal(["1", "12", "28", "23", "3", "59"], page.FindAll("tbody td:nth-child(3)").Select(c => c.TextContent.Trim()));
        Assert.Contains($"status-lists.docx?phase={Programme.Phases[0].Key}&asOf=2024-07-31", page.Markup.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_before_the_first_source_name_no_count_and_say_so()
    {
        var page = Open<ListsPage>("/lists?asOf=2020-01-01");
        Assert.All(page.FindAll("tbody td:nth-child(3)"), c => Assert.Equal("–", c.TextContent.Trim()));
        Assert.Contains(Texts["empty.past"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_name_those_whom_no_row_tells()
    {
        // Nobody finished the second system before the first in July 2024; a monitor's corrections make one.
        var row = Untouched();
        foreach (var step in Programme.Parts[1].Steps) await RecordAsync(row.Participant.Code, Programme.Phases[0].Key, step.Key, StepStatus.Done);
        var page = Open<ListsPage>("/lists");
        Assert.Contains(row.Participant.Name, page.Find(".notice.is-urgent").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_compared_with_an_earlier_day_mark_who_joined_and_who_left()
    {
        var row = Untouched();
        await RecordAsync(row.Participant.Code, Programme.Phases[0].Key, Programme.Steps[0].Key, StepStatus.InProgress);
        var page = Open<ListsPage>("/lists?compare=2024-07-31");
        Assert.Equal([row.Participant.Name], page.FindAll("ins").Select(n => n.TextContent.Split('+')[1]));
        Assert.Equal([row.Participant.Name], page.FindAll("del").Select(n => n.TextContent.Split('−')[1]));
    }

    [Fact]
    public void Lists_refuse_to_compare_with_the_same_day() => Assert.NotEmpty(Open<ListsPage>("/lists?asOf=2024-07-31&compare=2024-07-31").FindAll(".notice.is-urgent"));

    [Fact]
    public void Participant_dates_a_step_as_exactly_as_its_source_does()
    {
        var page = Open<ParticipantPage>("/participants/94", p => p.Add(x => x.Code, "94"));
        Assert.Contains(Texts["date.month", 7, 2024], page.Find("[id='step-1.1']").TextContent, StringComparison.Ordinal);
        Assert.Equal(Programme.Steps.Length, page.FindAll("article.step").Count);
    }

    [Fact]
    public void Participant_that_does_not_exist_is_said_plainly_with_a_way_back()
    {
        var page = Open<ParticipantPage>("/participants/zz?phase=production", p => p.Add(x => x.Code, "zz"));
        Assert.Contains("zz", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("/participants?phase=production", page.Find("a.button").GetAttribute("href"));
    }

    [Fact]
    public async Task Page_of_a_participant_that_does_not_exist_answers_404_and_one_with_a_wrong_phase_400()
    {
        using var missing = await Server.Client.GetAsync(new Uri("/participants/zz", UriKind.Relative), TestContext.Current.CancellationToken);
        using var wrong = await Server.Client.GetAsync(new Uri("/board?phase=x", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((404, 400), ((int)missing.StatusCode, (int)wrong.StatusCode));
        Assert.Contains("zz", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Participants_are_sorted_and_filtered_by_the_address()
    {
        var page = Open<ParticipantsPage>($"/participants?sort=-progress&{Programme.Systems[0].Key}=completed");
        Assert.Equal(12, page.FindAll("tbody tr").Count);
        Assert.Contains("10/10", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("th[aria-sort=descending]"));
    }

    [Fact]
    public void Address_with_a_mistake_is_explained_with_a_way_back()
    {
        var page = Open<BoardPage>("/board?phase=x&region=y");
        Assert.Equal("/board?region=y", page.Find(".mistake a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/weekly", "/lists")]
    [InlineData("/figures?asOf=2024-07-31", "/lists?asOf=2024-07-31")]
    [InlineData("/letters/new", "/lists")]
    [InlineData("/disagreements", "/inbox")]
    [InlineData("/participants/92", "/participants")]
    public void Frame_marks_the_place_that_a_page_belongs_to(string address, string place) =>
        Assert.Equal(place, Assert.Single(Open<PageFrame>(address).FindAll("nav.side [aria-current=page]")).GetAttribute("href"));

    [Fact]
    public async Task Page_of_which_nothing_is_known_says_what_to_do_to_whoever_can_do_it()
    {
        Assert.Equal(["/lists"], Open<ListsPage>("/lists?asOf=2024-01-01").FindAll(".nothing-yet a").Select(a => a.GetAttribute("href")));
        Assert.Empty(Open<ListsPage>("/lists?asOf=2024-07-31").FindAll(".nothing-yet"));
        await SignInAsync("monitor");
        Assert.Equal(["/participants"], Open<ParticipantsPage>("/participants?asOf=2024-01-01").FindAll(".nothing-yet a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Frame_keeps_programme_phase_and_instant_in_every_link()
    {
        var frame = Open<PageFrame>("/board?phase=production&asOf=2024-07-31&region=z");
        Assert.All(frame.FindAll("nav.side a"), a => Assert.EndsWith("?phase=production&asOf=2024-07-31", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("region=z", frame.Find("nav.phases a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/board?phase=production&region=z", frame.Find(".past a").GetAttribute("href"));
        Assert.Empty(frame.FindAll(".demo"));
    }
}
