using System.Collections.Frozen;
using Bunit;
using Rollout.Core.Deadlines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Components.Charts;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Tests.Components;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Deadlines;

/// <summary>What is overdue and soon due, where people look: the overview, its map, the inbox, the API.</summary>
public sealed class DeadlinesTests : PageTest
{
    private const string Yaml = """
        key: wells
        title: Village wells
        lead: water-board
        participants: districts
        participantWord: District
        organisations:
          - { key: water-board, names: [{ full: Water board, short: WB }], confirmWithin: 3 }
        systems:
          - { key: meters, title: Meter register, owner: water-board }
        phases:
          - { key: only, title: The only phase, knownFrom: 2024-01-01 }
        parts:
          - key: A
            title: Wells
            system: meters
            steps:
              - { key: A1, title: Dig, reports: participant, confirm: { any: [water-board] }, due: { before: 2024-03-01 } }
              - { key: A2, title: Measure, reports: participant, confirm: { any: [water-board] } }
        statusLists:
          - { number: 1, title: Dry, where: { meters: notStarted } }
        appendix: { name: List, title: WELLS, issuedWith: "(no letter)", columns: [No., What, Count, Who] }
        blockerKinds: { rock: Rock }
        """;

    public DeadlinesTests() : base(new RunningServer { Catalog = Catalog() })
    {
    }

    [Fact]
    public async Task Api_tells_what_is_late_by_how_many_working_days_and_who_must_act()
    {
        await RecordAsync("1", "only", "A1", StepStatus.Done);
        var said = await Server.GetAsync("/api/v1/programmes/wells/deadlines?asOf=2024-03-05");
        Assert.True(said.GetProperty("declared").GetBoolean());
        // Then nobody had done anything: 1 and 4 March 2024 were worked days, and so was the 5th.
        var items = said.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["1", "2", "3"], items.Select(i => i.GetProperty("code").GetString()).Order());
        Assert.All(items, i => Assert.Equal(("overdue", 3, "2024-02-29"), (i.GetProperty("state").GetString(), i.GetProperty("workingDaysLate").GetInt32(), i.GetProperty("lastDay").GetString())));
        Assert.All(items, i => Assert.Equal(["participant"], i.GetProperty("waitsOn").EnumerateArray().Select(w => w.GetString())));

        // Now the first is done, and late no more.
        var now = await Server.GetAsync("/api/v1/programmes/wells/deadlines");
        Assert.Equal(["2", "3"], now.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("code").GetString()).Order());
    }

    [Fact]
    public async Task Overview_and_map_show_what_is_due_and_a_programme_without_deadlines_says_nothing_of_any()
    {
        await RecordAsync("1", "only", "A1", StepStatus.Reported);
        var card = Open<OverviewPage>("/").Find(".due");
        Assert.Equal("3", card.QuerySelector(".count")!.TextContent);
        Assert.Contains(Texts["due.overdue"], card.TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts["due.lastDay", "29/02/2024"], card.TextContent, StringComparison.Ordinal);

        var view = View();
        var due = Get<DeadlineReading>().Of(view)!;
        var layer = MapLayer.Of(Texts, view.Programme, deadlines: true).Single(l => l.Key == "due");
        var looks = layer.Areas(Texts, view, due, code => code).ToDictionary(a => a.Code, a => a.Look);
        // The first has reported: the water board must confirm, nobody charges the district.
        Assert.Equal((Looks.DueElsewhere, Looks.Of(DueState.Overdue)), (looks["1"], looks["2"]));
        // Of whom nothing is known nobody says that it is in time.
        var silent = due with { Items = [], UnknownOf = new Dictionary<ParticipantId, int> { [view.Board.Participants.Find("3")!.Id] = 2 }.ToFrozenDictionary() };
        var quiet = layer.Areas(Texts, view, silent, code => code).ToDictionary(a => a.Code, a => a.Look);
        Assert.Equal((Looks.InTime, Looks.Unknown), (quiet["2"], quiet["3"]));

        await using var without = new RunningServer();
        await without.InitializeAsync();
        Assert.False((await without.GetAsync("/api/v1/programmes/lien-thong/deadlines")).GetProperty("declared").GetBoolean());
        Assert.DoesNotContain("id=\"due\"", await without.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_puts_first_what_is_due_first_and_says_how_long_there_is()
    {
        await RecordAsync("3", "only", "A2", StepStatus.Reported);
        SignInWithKey("agency:water-board");
        var page = Open<InboxPage>("/inbox");
        var due = Get<DeadlineReading>().Of(View())!.Items.Single(i => i.Kind == DueKind.Confirmation);
        Assert.Equal(DueState.Soon, due.State);
        Assert.Contains(Texts.Due(due), page.Find(".task").TextContent, StringComparison.Ordinal);
    }

    private static ProgrammeCatalog Catalog()
    {
        var (set, _) = ParticipantCsv.Read("districts", "districts.csv", "code,name,kind\n1,Thượng,quận\n2,Trung,quận\n3,Hạ,quận\n");
        var reading = ProgrammeYaml.Read("wells.yaml", Yaml, ["districts"]);
        Assert.Empty(reading.Mistakes);
        return new([new(reading.Programme!, set!)]);
    }
}
