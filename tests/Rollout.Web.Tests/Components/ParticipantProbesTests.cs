using Bunit;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Components.Pages;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>What a participant's page shows of its probes, to whom; and the page of all where one sees only oneself.</summary>
public sealed class ParticipantProbesTests : PageTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Sightings.ConsentAsync(Server.Services, "94");
        await Sightings.SeeAsync(Server.Services, Sightings.Target(Server.Services, "94", "receive"), "receive", null, null, null, Sightings.Central, Sightings.Own);
    }

    [Fact]
    public void Strip_counts_passes_own_faults_and_others_and_availability_leaves_others_out()
    {
        var page = Page();
        Assert.Equal(Texts["probes.strip", 5, 3, 1, 1], page.Find("svg.strip").GetAttribute("aria-label"));
        Assert.Equal(60, page.FindAll("svg.strip rect").Count);
        Assert.Equal((3, 1, 1), (page.FindAll("rect.is-pass").Count, page.FindAll("rect.is-fail").Count, page.FindAll("rect.is-stale").Count));
        Assert.All(page.FindAll("rect title"), title => Assert.Contains(" · ", title.TextContent, StringComparison.Ordinal));
        Assert.Equal(["75 %", "75 %", "75 %"], page.FindAll(".shares dd").Select(d => d.TextContent));
    }

    [Fact]
    public void Public_sees_no_address_and_nothing_that_was_said()
    {
        var page = Page();
        Assert.Empty(page.FindAll(".evidence"));
        Assert.DoesNotContain(Sightings.Secret, page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".run-now"));
    }

    [Theory]
    [InlineData("monitor", true, true)]
    [InlineData("admin", true, true)]
    [InlineData("participant:provinces-63/94", true, true)]
    [InlineData("vendor:provinces-63/94", true, false)]
    [InlineData("agency:c06", true, false)]
    [InlineData("participant:provinces-63/92", false, false)]
    [InlineData("reader", false, false)]
    public async Task Evidence_and_looking_now_are_for_those_who_may(string role, bool evidence, bool run)
    {
        await SignInAsync(role);
        var page = Page();
        Assert.Equal((evidence, run), (page.FindAll(".evidence button").Count > 0, page.FindAll(".run-now button").Count > 0));
        if (!evidence) return;
        await page.Find(".evidence button").ClickAsync(new());
        var said = page.Find(".evidence").TextContent;
        Assert.All(
            [$"{Sightings.Secret}:443", Sightings.Own.Detail, Texts["probes.leg.firstByte", "3 ms"], $"<p>{Sightings.Secret}</p>"],
            words => Assert.Contains(words, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ProbingConsent.Paused, "probes.paused")]
    [InlineData(ProbingConsent.Withdrawn, "probes.withdrawn")]
    public async Task Participant_that_is_not_looked_at_is_said_to_be_so(ProbingConsent consent, string key)
    {
        await Sightings.ConsentAsync(Server.Services, "94", consent);
        await SignInAsync("monitor");
        var page = Page();
        var since = View().Board.Find("94")!.Probing!.Since;
        Assert.Contains(Texts[key, Texts.Moment(since)], page.Find(".probes-of").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".probes-of .run-now"));
    }

    [Fact]
    public async Task Participant_without_a_word_of_consent_is_said_to_be_so()
    {
        await Sightings.SeeAsync(Server.Services, Sightings.Target(Server.Services, "92", "receive"), "receive", Sightings.Own);
        Assert.Contains(Texts["probes.unasked"], Page("92").Find(".probes-of").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Past_strip_ends_at_that_instant_and_counts_what_was_by_then()
    {
        var latest = Get<Storage.Samples.SampleReader>().Latest(Sightings.Target(Server.Services, "94", "receive").Id, "receive", 5);
        var page = Open<ParticipantPage>($"/participants/94?asOf={Uri.EscapeDataString(BoardReading.Text(latest[2].At))}", p => p.Add(x => x.Code, "94"));
        Assert.Equal(Texts["probes.strip", 3, 3, 0, 0], page.Find("svg.strip").GetAttribute("aria-label"));
        Assert.Equal(["100 %", "100 %", "100 %"], page.FindAll(".shares dd").Select(d => d.TextContent));
        Assert.Empty(page.FindAll(".probes-of .run-now"));
        Assert.Contains(Texts["probes.gone"], Open<ParticipantPage>("/participants/94?asOf=2024-08-20", p => p.Add(x => x.Code, "94")).Find(".probes-of").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Stranger_to_an_empty_participant_sees_no_card()
    {
        Assert.Empty(Page("01").FindAll(".probes-of"));
    }

    [Fact]
    public async Task Page_of_all_shows_a_contact_only_its_own_where_one_reads_only_oneself()
    {
        await using var server = new RunningServer
        {
            PublicRead = false,
            Catalog = new([.. DataFiles.ReadAll(Repository.Data()).Catalog!.All.Select(i => i with { Programme = i.Programme with { Reading = ReadingScope.Own } })]),
        };
        await server.InitializeAsync();
        foreach (var code in (string[])["92", "94"]) await Sightings.SeeAsync(server.Services, Sightings.Target(server.Services, code, "receive"), "receive", Sightings.Own);
        Sightings.Incident(server.Services, "92", "94");
        using var contact = server.With("participant:provinces-63/94");
        var page = await contact.GetStringAsync(new Uri("/probes", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Sóc Trăng", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cần Thơ", page, StringComparison.Ordinal);
        using var nobody = server.With("participant:provinces-63/01");
        page = await nobody.GetStringAsync(new Uri("/probes", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains(Texts["probes.noneOwn"], page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vi", "Giám sát kết nối", "3 lần đạt liên tiếp")]
    [InlineData("en", "Connections", "passed 3 in a row")]
    public async Task Both_pages_speak_the_language_of_the_reader(string language, string title, string streak)
    {
        await Sightings.SeeAsync(Server.Services, Sightings.Target(Server.Services, "94", "status"), "status", null, null, null);
        using var reader = Server.With("reader");
        reader.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture=c%3D{language}%7Cuic%3D{language}");
        foreach (var path in (string[])["/probes", "/participants/94"])
        {
            var page = await reader.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.All([title, streak], words => Assert.Contains(words, page, StringComparison.Ordinal));
        }
    }

    private IRenderedComponent<ParticipantPage> Page(string code = "94") => Open<ParticipantPage>($"/participants/{code}", p => p.Add(x => x.Code, code));
}
