using System.Net;
using System.Net.Sockets;
using Bunit;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Samples;
using Rollout.Web.Components.Monitoring;
using Rollout.Web.Components.Pages;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>The page of all probes: what stands in it, filters, order, looking now, and what it says when there is nothing.</summary>
public sealed class ProbesPageTests : PageTest
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var services = Server.Services;
        foreach (var code in (string[])["92", "94", "48"]) await Sightings.ConsentAsync(services, code);
        await Sightings.SeeAsync(services, Sightings.Target(services, "92", "catalogue"), "catalogue", null, null, null);
        await Sightings.SeeAsync(services, Sightings.Target(services, "94", "receive"), "receive", null, Sightings.Own, Sightings.Own, Sightings.Own, Sightings.Own);
        await Sightings.SeeAsync(services, Sightings.Target(services, "48", "civil"), "civil", DateTimeOffset.UtcNow.AddDays(9.5), null, null, null, Sightings.Central);
        await Sightings.SeeAsync(services, Sightings.Target(services, "92", "catalogue", "production"), "catalogue", null, null);
    }

    [Fact]
    public void What_fails_comes_first_with_its_owner_and_reason_in_words_and_no_address()
    {
        var page = Open<ProbesPage>("/probes");
        Assert.Equal(["Sóc Trăng", "Cần Thơ", "Đà Nẵng"], Names(page));
        var failing = page.FindAll("tbody tr")[0].TextContent;
        Assert.All(
            [Texts["verification.failing"], Texts["probes.failures", 4], Texts["owner.participantSystem"], Texts["fault.condition.status"], Texts["probes.days", 399], "14 ms"],
            words => Assert.Contains(words, failing, StringComparison.Ordinal));
        Assert.DoesNotContain(Sightings.Secret, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", page.Markup, StringComparison.Ordinal);
        Assert.Equal(Texts["probes.spark", 5, "10 ms", "10 ms", 4], page.Find("tbody tr svg.spark").GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData("q=da nang", "Đà Nẵng")]
    [InlineData("q=94", "Sóc Trăng")]
    [InlineData("state=passing", "Cần Thơ", "Đà Nẵng")]
    [InlineData("state=failing", "Sóc Trăng")]
    [InlineData("owner=ndxp", "Đà Nẵng")]
    [InlineData("owner=participantSystem", "Sóc Trăng")]
    [InlineData("system=hotich", "Đà Nẵng")]
    [InlineData("step=1.2", "Cần Thơ")]
    [InlineData("state=nonsense&owner=x&system=y&step=9", "Sóc Trăng", "Cần Thơ", "Đà Nẵng")]
    [InlineData("sort=name", "Cần Thơ", "Đà Nẵng", "Sóc Trăng")]
    [InlineData("sort=-name", "Sóc Trăng", "Đà Nẵng", "Cần Thơ")]
    [InlineData("sort=certificate", "Đà Nẵng", "Cần Thơ", "Sóc Trăng")]
    [InlineData("sort=step", "Cần Thơ", "Sóc Trăng", "Đà Nẵng")]
    [InlineData("sort=latency", "Sóc Trăng", "Đà Nẵng", "Cần Thơ")]
    [InlineData("sort=streak", "Sóc Trăng", "Cần Thơ", "Đà Nẵng")]
    [InlineData("sort=owner", "Đà Nẵng", "Sóc Trăng", "Cần Thơ")]
    [InlineData("phase=production", "Cần Thơ")]
    [InlineData("phases=all&q=can tho", "Cần Thơ", "Cần Thơ")]
    public void Address_filters_and_sorts(string query, params string[] names) => Assert.Equal(names, Names(Open<ProbesPage>($"/probes?{query}")));

    [Fact]
    public void Heads_sort_one_way_then_the_other_and_say_so()
    {
        var page = Open<ProbesPage>("/probes?q=a&page=2");
        Assert.Equal("ascending", page.FindAll("thead th")[2].GetAttribute("aria-sort"));
        Assert.Equal("/probes?q=a&sort=name", page.Find("thead th a").GetAttribute("href"));
        Assert.Equal("/probes?q=a&sort=-name", Open<ProbesPage>("/probes?q=a&sort=name").Find("thead th a").GetAttribute("href"));
        Assert.Equal("/probes?q=a", Open<ProbesPage>("/probes?q=a&sort=-name").Find("thead th a").GetAttribute("href"));
    }

    [Fact]
    public void States_count_what_the_other_filters_leave()
    {
        var page = Open<ProbesPage>("/probes?system=dvclt&state=failing");
        Assert.Equal(["1", "0", "0", "1"], page.FindAll(".chip b").Select(b => b.TextContent));
        Assert.Contains(Texts["probes.shown", 1, 3], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_that_leaves_nothing_says_how_to_see_all_again()
    {
        var page = Open<ProbesPage>("/probes?state=stale");
        Assert.Contains(Texts["probes.none"], page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void Certificate_that_ends_soon_is_named_above_the_table()
    {
        var page = Open<ProbesPage>("/probes");
        var ending = Assert.Single(page.FindAll(".ending li")).TextContent;
        Assert.Contains("Đà Nẵng", ending, StringComparison.Ordinal);
        Assert.Contains(Texts["probes.days", 9], ending, StringComparison.Ordinal);
    }

    [Fact]
    public void Common_incident_stands_on_top_as_one_line_with_whom_it_touches_and_on_the_overview()
    {
        Sightings.Incident(Server.Services, "94", "92", "48");
        var line = Assert.Single(Open<ProbesPage>("/probes").FindAll(".incident"));
        Assert.All(["NDXP", Texts["fault.xroad.ServiceFailed"], Texts["incident.touched", 3]], words => Assert.Contains(words, line.TextContent, StringComparison.Ordinal));
        Assert.Equal(["Cần Thơ", "Đà Nẵng", "Sóc Trăng"], line.QuerySelectorAll("details li").Select(l => l.TextContent));
        Assert.DoesNotContain(Sightings.Secret, line.TextContent, StringComparison.Ordinal);
        var notice = Assert.Single(Open<OverviewPage>("/").FindAll(".incident-notice"));
        Assert.Contains(Texts["incident.touched", 3], notice.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/probes", notice.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Incident_that_is_over_is_folded_below()
    {
        var incident = Sightings.Incident(Server.Services, "94", "92", "48");
        Get<IncidentBook>().End(incident, incident.OpenedAt.AddHours(1));
        var page = Open<ProbesPage>("/probes");
        Assert.Contains(Texts["incident.closed"], Assert.Single(page.FindAll("details.behind .incident")).TextContent, StringComparison.Ordinal);
        Assert.Empty(Open<OverviewPage>("/").FindAll(".incident-notice"));
    }

    [Fact]
    public async Task New_results_show_at_once_where_the_line_stands_and_move_it_only_when_asked()
    {
        var page = Open<ProbesPage>("/probes");
        await Sightings.SeeAsync(Server.Services, Sightings.Target(Server.Services, "48", "civil"), "civil", Sightings.Own, Sightings.Own, Sightings.Own, Sightings.Own);
        await RecordAsync(Untouched().Participant.Code, "test", "1.1", StepStatus.InProgress);
        page.WaitForAssertion(() => Assert.Contains(Texts["probes.failures", 4], page.FindAll("tbody tr")[2].TextContent, StringComparison.Ordinal), Long);
        Assert.Equal(["Sóc Trăng", "Cần Thơ", "Đà Nẵng"], Names(page));
        await page.Find(".moved button").ClickAsync(new());
        Assert.Equal(["Đà Nẵng", "Sóc Trăng", "Cần Thơ"], Names(page));
        Assert.Empty(page.FindAll(".moved"));
    }

    [Fact]
    public async Task Looking_now_shows_how_far_it_is_can_be_stopped_and_tells_what_came_of_it()
    {
        // Somebody who takes the call and says nothing.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        Sightings.Target(Server.Services, "92", "catalogue", url: $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/");
        await SignInAsync("monitor");
        var page = Open<ProbesPage>("/probes");
        await page.Find(".run-now button").ClickAsync(new());
        page.WaitForAssertion(
            () =>
            {
                Assert.Equal(("3", "2"), (page.Find("progress").GetAttribute("max"), page.Find("progress").GetAttribute("value")));
                Assert.Contains(Texts["probes.runCurrent", "Cần Thơ", "catalogue"], page.Find(".run-now").TextContent, StringComparison.Ordinal);
            }, Long);
        await page.Find(".run-now button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(Texts["probes.runStopped", 2, 0, 2], page.Find(".run-said").TextContent, StringComparison.Ordinal), Long);
        Assert.NotNull(page.Find(".run-now button"));
    }

    [Theory]
    [InlineData("reader")]
    [InlineData("agency:c06")]
    [InlineData("participant:provinces-63/92")]
    public async Task Looking_at_everybody_is_not_offered_to_others(string role)
    {
        await SignInAsync(role);
        Assert.Empty(Open<ProbesPage>("/probes").FindAll(".run-now"));
    }

    [Fact]
    public async Task Somebody_who_lost_the_account_meanwhile_looks_at_nobody()
    {
        var name = await SignInAsync("monitor");
        var page = Open<ProbesPage>("/probes");
        Get<AccountTable>().Disable(Get<AccountTable>().FindByName(name)!.Id);
        await page.Find(".run-now button").ClickAsync(new());
        Assert.Contains(Texts["query.signIn"], page.Find(".run-said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_shows_what_was_seen_by_then_and_nothing_to_run()
    {
        await SignInAsync("monitor");
        var latest = Get<SampleReader>().Latest(Sightings.Target(Server.Services, "94", "receive").Id, "receive", 5);
        var page = Open<ProbesPage>($"/probes?asOf={Uri.EscapeDataString(BoardReading.Text(latest[2].At))}");
        Assert.Contains(Texts["probes.past", Texts.Moment(latest[2].At)], page.Markup, StringComparison.Ordinal);
        var row = page.FindAll("tbody tr").Single(r => r.TextContent.Contains("Sóc Trăng", StringComparison.Ordinal));
        // Two failures after a pass: no verdict yet, as it was then.
        Assert.Contains(Texts["probes.failures", 2], row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts["verification.failing"], row.TextContent, StringComparison.Ordinal);
        Assert.Equal(Texts["probes.spark", 3, "10 ms", "10 ms", 2], row.QuerySelector("svg.spark")!.GetAttribute("aria-label"));
        Assert.Empty(page.FindAll(".run-now, .sweep, .ending, a[href^='/probes/quiet']"));
    }

    [Fact]
    public void Past_without_a_kept_result_says_so()
    {
        var page = Open<ProbesPage>("/probes?asOf=2024-08-20");
        Assert.Equal(3, page.FindAll("tbody tr").Count);
        Assert.All(page.FindAll("tbody tr"), r => Assert.Contains(Texts["probes.gone"], r.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Past_of_which_only_hours_are_kept_tells_their_counts()
    {
        var now = Get<Storage.Time.DomainClock>().Now;
        Get<SampleHours>().RollUp(now.AddHours(3));
        Get<SampleHours>().Prune(now.AddDays(15));
        var line = Get<PastProbes>().Lines(View(asOf: BoardReading.Text(Get<Storage.Time.DomainClock>().Now)), "test", null).Single(l => l.Participant.Code == "94");
        Assert.Empty(line.Marks);
        Assert.NotNull(line.Rolled);
        var words = PastWords.Of(Texts, View(asOf: BoardReading.Text(now)), line.Rolled);
        Assert.Contains(words, Open<ProbesPage>($"/probes?asOf={Uri.EscapeDataString(BoardReading.Text(Get<Storage.Time.DomainClock>().Now))}").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_known_means_nothing_for_results_and_the_page_says_so()
    {
        var page = Open<ProbesPage>("/probes?knownOn=2024-08-20");
        Assert.Contains(Texts["probes.knownOn"], page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Sóc Trăng", "Cần Thơ", "Đà Nẵng"], Names(page));
        Assert.Contains(Texts["verification.failing"], page.FindAll("tbody tr")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Past_names_the_incidents_that_were_open_then()
    {
        var incident = Sightings.Incident(Server.Services, "94", "92", "48");
        Get<IncidentBook>().End(incident, incident.OpenedAt.AddHours(1));
        var then = Uri.EscapeDataString(BoardReading.Text(incident.OpenedAt.AddMinutes(30)));
        Assert.Contains(Texts["incident.open"], Assert.Single(Open<ProbesPage>($"/probes?asOf={then}").FindAll(".incident")).TextContent, StringComparison.Ordinal);
        Assert.Empty(Open<ProbesPage>($"/probes?asOf={Uri.EscapeDataString(BoardReading.Text(incident.OpenedAt.AddHours(1.5)))}").FindAll(".incident"));
    }

    [Fact]
    public void Address_that_names_no_phase_is_explained() => Assert.NotNull(Open<ProbesPage>("/probes?phase=nowhere").Find(".mistake"));

    private static IEnumerable<string> Names(IRenderedComponent<ProbesPage> page) => page.FindAll("tbody th a").Select(a => a.TextContent);
}
