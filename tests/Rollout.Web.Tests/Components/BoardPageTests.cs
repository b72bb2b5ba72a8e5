using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Matrix;
using Rollout.Web.Components.Pages;

namespace Rollout.Web.Tests.Components;

public sealed class BoardPageTests : PageTest
{
    [Fact]
    public void Board_shows_every_participant_and_step_with_its_name()
    {
        var page = Open<BoardPage>("/board");
        Assert.Equal(63, page.FindAll("tbody tr").Count);
        Assert.Equal(630, page.FindAll("a.cell").Count);
        Assert.Equal(54, page.FindAll("a.cell.is-done").Count);
        Assert.All(page.FindAll("a.cell"), c => Assert.NotEqual("", c.GetAttribute("aria-label")));
        Assert.Single(page.FindAll("a.cell[tabindex='0']"));
    }

    [Fact]
    public void Board_before_the_first_source_says_unknown_not_none() => Assert.Equal(630, Open<BoardPage>("/board?asOf=2020-01-01").FindAll("a.cell.is-unknown").Count);

    [Fact]
    public async Task Change_of_one_row_draws_only_that_row_again()
    {
        var page = Open<BoardPage>("/board");
        var row = Untouched();
        await RecordAsync(row.Participant.Code, Programme.Phases[0].Key, Programme.Steps[0].Key, StepStatus.InProgress);
        page.WaitForAssertion(() => Assert.Contains("is-progress", page.Find($"tr[data-code='{row.Participant.Code}'] a.cell").ClassName, StringComparison.Ordinal));
        Assert.Equal(
            [row.Participant.Code], page.FindComponents<MatrixRow>().Where(r => r.RenderCount > 1).Select(r => r.Instance.Row.Participant.Code));
    }

    [Fact]
    public async Task Cell_that_is_opened_shows_its_official_text_and_history_without_drawing_other_rows()
    {
        var page = Open<BoardPage>("/board");
        var step = Programme.Steps[0];
        var view = page.FindComponent<MatrixView>();
        await page.InvokeAsync(() => view.Instance.Open("92", step.Key));
        var panel = page.Find("#cell-panel");
        Assert.Contains(step.Text.Default, panel.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(panel.QuerySelectorAll(".history li"));
        Assert.Single(page.FindComponents<MatrixRow>(), r => r.RenderCount > 1);
        await page.InvokeAsync(view.Instance.Close);
        Assert.Empty(page.FindAll("#cell-panel"));
    }

    [Theory, InlineData("92:1.1", 1), InlineData("92:9.9", 0), InlineData("zz:1.1", 0), InlineData("nonsense", 0)]
    public void Cell_of_the_address_is_open_when_there_is_one(string cell, int panels) => Assert.Equal(panels, Open<BoardPage>($"/board?cell={cell}").FindAll("#cell-panel").Count);

    [Fact]
    public void Filter_without_a_match_says_so_and_offers_to_clear_it() => Assert.Equal("/board", Open<BoardPage>("/board?q=atlantis").Find(".empty a").GetAttribute("href"));

    [Fact]
    public async Task Text_that_is_typed_filters_at_once_and_the_address_follows()
    {
        var page = Open<BoardPage>("/board?region=Nowhere");
        var field = page.Find("input[type=search]");
        foreach (var typed in (string[])["d", "da", "da ", "da n"]) await field.InputAsync(typed);
        Assert.Equal(["48"], page.FindAll("tbody tr").Select(r => r.GetAttribute("data-code")));
        var address = Circuit.Services.GetRequiredService<NavigationManager>();
        Assert.DoesNotContain("q=", address.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.EndsWith("?region=Nowhere&q=da%20n", address.Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal("da n", page.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task Panel_stays_open_while_the_filter_leaves_everybody_out()
    {
        var page = Open<BoardPage>("/board");
        await page.InvokeAsync(() => page.FindComponent<MatrixView>().Instance.Open("92", "1.4"));
        await page.Find("input[type=search]").InputAsync("atlantis");
        Assert.Single(page.FindAll(".empty"));
        Assert.Single(page.FindAll("#cell-panel"));
        Assert.Equal(-1, await page.InvokeAsync(page.FindComponent<MatrixView>().Instance.Close));
    }

    [Fact]
    public async Task Cell_that_is_opened_stands_in_the_address_until_it_is_closed()
    {
        var page = Open<BoardPage>("/board?q=can%20tho");
        var (view, address) = (page.FindComponent<MatrixView>().Instance, Circuit.Services.GetRequiredService<NavigationManager>());
        await page.InvokeAsync(() => view.Open("92", "1.4"));
        page.WaitForAssertion(() => Assert.EndsWith("/board?q=can%20tho&cell=92%3A1.4", address.Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Equal(0, await page.InvokeAsync(view.Close));
        page.WaitForAssertion(() => Assert.EndsWith("/board?q=can%20tho", address.Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Page_that_is_left_lets_go_of_the_boards()
    {
        var boards = Get<BoardStore>();
        var before = boards.ListenerCount;
        Open<BoardPage>("/board");
        Assert.True(boards.ListenerCount > before);
        await Circuit.DisposeComponentsAsync();
        Assert.Equal(before, boards.ListenerCount);
    }

    [Fact]
    public void Page_that_is_only_prerendered_does_not_listen()
    {
        Circuit.SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        var before = Get<BoardStore>().ListenerCount;
        Open<BoardPage>("/board");
        Assert.Equal(before, Get<BoardStore>().ListenerCount);
    }

    [Fact]
    public async Task Page_of_the_past_does_not_move_with_the_present()
    {
        var page = Open<BoardPage>("/board?asOf=2024-07-31");
        var renders = page.RenderCount;
        var row = Untouched();
        await RecordAsync(row.Participant.Code, Programme.Phases[0].Key, Programme.Steps[0].Key, StepStatus.InProgress);
        Assert.Equal(renders, page.RenderCount);
    }
}
