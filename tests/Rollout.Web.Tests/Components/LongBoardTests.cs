using Bunit;
using Microsoft.AspNetCore.Components;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Matrix;
using Rollout.Web.Components.Pages;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>The table of more participants than are drawn at once.</summary>
public sealed class LongBoardTests() : PageTest(new RunningServer { Catalog = Generated() })
{
    private const int Count = 3321;

    [Fact]
    public void First_answer_has_the_first_rows_and_the_height_of_the_others()
    {
        Circuit.SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        var page = Open<BoardPage>("/board");
        Assert.Equal(Enumerable.Range(0, RowWindow.First), Drawn(page));
        Assert.Contains($"--rows:{Count - RowWindow.First}", page.Find("tr.gap td").GetAttribute("style"), StringComparison.Ordinal);
        Assert.Equal($"{Count + 2}", page.Find("table").GetAttribute("aria-rowcount"));
    }

    [Fact]
    public async Task Rows_about_a_place_are_drawn_with_their_own_numbers()
    {
        var page = Open<BoardPage>("/board");
        Assert.Equal(Enumerable.Range(0, RowWindow.Live), Drawn(page));
        var view = page.FindComponent<MatrixView>().Instance;
        await page.InvokeAsync(() => view.Show(Count - 1));
        Assert.Equal(Enumerable.Range(Count - RowWindow.Live, RowWindow.Live), Drawn(page));
        Assert.Equal("Noi 3320", page.FindAll("tbody tr[data-code] th a")[^1].TextContent);
        Assert.Single(page.FindAll("a.cell[tabindex='0']"));
        Assert.Equal(1234, await page.InvokeAsync(() => view.Place("1234")));
    }

    [Fact]
    public async Task Filter_begins_at_the_first_row_again()
    {
        var page = Open<BoardPage>("/board");
        await page.InvokeAsync(() => page.FindComponent<MatrixView>().Instance.Show(3000));
        await page.Find("input[type=search]").InputAsync("noi 2");
        Assert.Equal(Enumerable.Range(0, RowWindow.Live), Drawn(page));
        await page.Find("input[type=search]").InputAsync("noi 2024");
        Assert.Equal("2024", Assert.Single(page.FindAll("tbody tr")).GetAttribute("data-code"));
    }

    [Fact]
    public async Task Change_of_one_row_draws_only_that_row_again()
    {
        var page = Open<BoardPage>("/board");
        await page.InvokeAsync(() => page.FindComponent<MatrixView>().Instance.Show(2000));
        var before = page.FindComponents<MatrixRow>().ToDictionary(r => r.Instance.Row.Participant.Code, r => r.RenderCount);
        foreach (var code in (string[])["2000", "0003"])
            await RecordAsync(code, "test", "1.1", StepStatus.InProgress);
        page.WaitForAssertion(() => Assert.Contains("is-progress", page.Find("tr[data-code='2000'] a.cell").ClassName, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal(["2000"], page.FindComponents<MatrixRow>().Where(r => r.RenderCount > before[r.Instance.Row.Participant.Code]).Select(r => r.Instance.Row.Participant.Code));
    }

    private static IEnumerable<int> Drawn(IRenderedComponent<BoardPage> page) =>
        page.FindAll("tbody tr[data-code]").Select(r => int.Parse(r.GetAttribute("aria-rowindex")!, System.Globalization.CultureInfo.InvariantCulture) - 3);

    private static ProgrammeCatalog Generated()
    {
        const string yaml = """
            key: many
            title: Many
            lead: lead
            participants: many
            participantWord: Place
            organisations:
              - { key: lead, names: [{ full: Lead, short: Lead }] }
            systems:
              - { key: one, title: One, owner: lead }
            phases:
              - { key: test, title: Test, knownFrom: 2024-01-01 }
            parts:
              - key: "1"
                title: Part
                system: one
                steps:
                  - { key: "1.1", title: First, reports: participant, confirm: { any: [lead] } }
                  - { key: "1.2", title: Second, reports: participant, confirm: { any: [lead] } }
            statusLists:
              - { number: 1, title: Begun, where: { one: [inProgress, completed] } }
            appendix: { name: List, title: MANY, issuedWith: "-", columns: [No., What, Count, Who] }
            blockerKinds: { other: Other }
            """;
        var programme = ProgrammeYaml.Read("many.yaml", yaml, ["many"]).Programme!;
        return new([new(programme, new("many", Enumerable.Range(0, Count).Select(i => new Participant(new("many", $"{i:0000}"), $"Noi {i:0000}", "", "", [], null))))]);
    }
}
