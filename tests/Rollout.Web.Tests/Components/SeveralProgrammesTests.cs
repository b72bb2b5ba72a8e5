using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Layout;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Programmes;
using Rollout.Web.Reading;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>Several programmes at once: the switch on every page, the overview across them, a participant's other programmes.</summary>
public sealed class SeveralProgrammesTests() : PageTest(new RunningServer { Catalog = SeveralProgrammes.Catalog() })
{
    private const string Contact = "participant:provinces-63/94,provinces-34/92";

    [Fact]
    public void Head_names_the_programme_and_leads_to_the_same_page_of_the_others()
    {
        var frame = Open<PageFrame>("/board?asOf=2025-08-01&region=x");
        Assert.Equal(
            ["/board?programme=lien-thong&asOf=2025-08-01", "/board?programme=old-wells&asOf=2025-08-01", "/board?programme=wells&asOf=2025-08-01", "/programmes?asOf=2025-08-01"],
            frame.FindAll(".programmes a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/board?programme=lien-thong&asOf=2025-08-01", frame.Find(".programmes a[aria-current]").GetAttribute("href"));
        Assert.Contains(Texts["programmes.closedOn", "01/07/2025"], frame.FindAll(".programmes a")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Ways_of_every_page_stay_in_the_programme()
    {
        var frame = Open<PageFrame>("/board?programme=wells&phase=only");
        Assert.Contains("Village wells", frame.Find(".programmes summary").TextContent, StringComparison.Ordinal);
        Assert.All(frame.FindAll("nav.side a, a.brand, a.ask"), a => Assert.EndsWith("?programme=wells&phase=only", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("programme=wells", frame.Find("nav.phases a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.All(frame.FindAll("a[hreflang]"), a => Assert.Contains("programme%3Dwells", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_key_names_the_known_programmes_and_no_way_keeps_it()
    {
        var page = Open<BoardPage>("/board?programme=none&phase=dusk&region=y");
        Assert.Contains("lien-thong, old-wells, wells", page.Find(".mistake p").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["/board?programme=lien-thong&region=y", "/board?programme=old-wells&region=y", "/board?programme=wells&region=y", "/board?region=y", "/"],
            page.FindAll(".mistake a").Select(a => a.GetAttribute("href")));
        var frame = Open<PageFrame>("/board?programme=none&phase=dusk");
        Assert.All(frame.FindAll("nav.side a"), a => Assert.DoesNotContain('?', a.GetAttribute("href")!));
        using var answer = await Server.Client.GetAsync(new Uri("/board?programme=none", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task One_programme_alone_has_nothing_to_switch_to()
    {
        await using var alone = new RunningServer { Catalog = new([Server.Services.GetRequiredService<ProgrammeCatalog>().All[0]]) };
        await alone.InitializeAsync();
        var html = await alone.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var several = await Server.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((false, true), (html.Contains("programmes\"", StringComparison.Ordinal), several.Contains("programmes\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Overview_tells_each_programme_in_a_line_and_the_closed_ones_apart()
    {
        var page = Open<ProgrammesPage>("/programmes");
        var wells = Cells(page, "Village wells");
        Assert.Equal(("34", "34 quá hạn", "28/06/2030"), (wells[0], wells[2], wells[4]));
        Assert.StartsWith("0/68", wells[1], StringComparison.Ordinal);
        Assert.Contains("2030", page.Find("p.small").TextContent, StringComparison.Ordinal);
        var first = Cells(page, Rollout.Web.Resources.Texts.Of(Programme.Title));
        Assert.Equal((Texts["programmes.unknown"], "–", Texts["programmes.noDeadline"]), (first[1], first[2], first[4]));
        var closed = page.Find(".closed");
        Assert.Contains("Wells of old", closed.TextContent, StringComparison.Ordinal);
        Assert.Contains("The provinces were joined.", closed.TextContent, StringComparison.Ordinal);
        Assert.Equal("/?programme=wells", closed.QuerySelectorAll("a")[^1].GetAttribute("href"));
    }

    [Fact]
    public void Overview_of_a_day_closes_counts_and_knows_only_what_that_day_did()
    {
        var page = Open<ProgrammesPage>("/programmes?asOf=2025-06-30");
        Assert.Empty(page.FindAll(".closed"));
        Assert.Equal(Texts["programmes.unknown"], Cells(page, "Village wells")[1]);
        Assert.Equal("/?programme=wells&asOf=2025-06-30", page.FindAll("a.name")[^1].GetAttribute("href"));
        Assert.Equal("0", Cells(Open<ProgrammesPage>("/programmes?asOf=2025-08-01"), "Village wells")[2]);
    }

    [Fact]
    public async Task Overview_follows_every_programme()
    {
        var page = Open<ProgrammesPage>("/programmes?programme=lien-thong");
        await DigAsync("92");
        page.WaitForAssertion(() => Assert.StartsWith("1/68", Cells(page, "Village wells")[1], StringComparison.Ordinal));
        Assert.Equal("33 quá hạn", Cells(page, "Village wells")[2]);
    }

    [Fact]
    public async Task Overview_counts_nothing_of_others_for_one_who_reads_only_the_own()
    {
        await SignInAsync(Contact);
        var page = Open<ProgrammesPage>("/programmes");
        var row = page.FindAll("tbody tr").Single(r => r.TextContent.Contains("Village wells", StringComparison.Ordinal));
        Assert.Equal(["/participants/92?programme=wells"], row.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain("34", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participant_is_shown_in_other_programmes_by_lineage_with_its_state_there()
    {
        await DigAsync("92");
        var page = Open<ParticipantPage>("/participants/94", p => p.Add(x => x.Code, "94"));
        Assert.Equal(["/participants/94?programme=old-wells", "/participants/92?programme=wells"], Kin(page));
        Assert.Contains(Texts["kin.successor"], page.FindAll("[aria-labelledby=kin] li")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["kin.done", 1, 2], page.FindAll("[aria-labelledby=kin] li")[1].TextContent, StringComparison.Ordinal);
        // Three were joined: each stands with its own, in both programmes of the earlier set.
        var whole = Open<ParticipantPage>("/participants/92?programme=wells", p => p.Add(x => x.Code, "92"));
        Assert.Equal(["92", "93", "94", "92", "93", "94"], Kin(whole).Select(h => h!.Split('/', '?')[2]));
        Assert.Contains(Texts["kin.hint"], whole.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_other_programmes_are_kept_from_one_who_may_not_read_them_there()
    {
        await SignInAsync("participant:provinces-63/94");
        Assert.Equal(["/participants/94?programme=old-wells"], Kin(Open<ParticipantPage>("/participants/94", p => p.Add(x => x.Code, "94"))));
    }

    [Fact]
    public async Task Present_board_bears_the_names_of_the_day_and_stays_one_until_something_happens()
    {
        var reading = Get<BoardReading>();
        Assert.Equal("Huế", View().Board.Find("46")!.Participant.Name);
        Assert.NotEqual("Huế", View(asOf: "2024-07-31").Board.Find("46")!.Participant.Name);
        Assert.Equal("Huế", View(asOf: "2025-01-01").Board.Find("46")!.Participant.Name);
        Assert.Same(View().Board, View().Board);
        // Where no name differs it is the store's own.
        Assert.Same(Get<BoardStore>().Of("wells"), reading.Read("wells", null, null, null).View!.Board);
        var before = View().Board;
        await RecordAsync("01", Programme.Phases[0].Key, Programme.Steps[0].Key, StepStatus.InProgress);
        Assert.NotSame(before, View().Board);
        // Whoever shows rows sees at a glance which stayed.
        Assert.Equal(["01"], View().Board.Rows.Where(r => !ReferenceEquals(r, before[r.Participant.Id])).Select(r => r.Participant.Code).Order(StringComparer.Ordinal));
    }

    private static List<string?> Kin(IRenderedComponent<ParticipantPage> page) => [.. page.FindAll("[aria-labelledby=kin] a").Select(a => a.GetAttribute("href"))];

    private static List<string> Cells(IRenderedComponent<ProgrammesPage> page, string title) =>
        [.. page.FindAll("tbody tr").Single(r => r.TextContent.Contains(title, StringComparison.Ordinal)).QuerySelectorAll("td").Select(c => c.TextContent.Trim())];

    private async Task DigAsync(string province)
    {
        var command = new StepCommand.Change(new(ActorKind.Monitor, "test", "water-board"), new(new("provinces-34", province), "only", "A1"), StepStatus.Done, 0) { Note = "test" };
        Assert.Null((await Get<StepRecorder>().RecordAsync("wells", command, TestContext.Current.CancellationToken)).Refusal);
    }
}
