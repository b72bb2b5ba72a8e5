using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>The table of 3,321 participants.</summary>
public sealed class LongBoardJourneys(ManyDemo demo) : IClassFixture<ManyDemo>
{
    private const int Last = ManyParticipants.Count - 1;
    private const string Board = $"/board?programme={ManyParticipants.Key}";

    [Fact]
    public async Task Keys_reach_the_last_row_and_back_and_few_rows_are_there_at_a_time()
    {
        await using var visit = await OpenAsync();
        await visit.Page.Locator("tr[data-code='00000'] [data-step='1.1']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+End");
        await Assertions.Expect(visit.Page.Locator($"tr[data-code='{Last:00000}'] [data-step='3.3']")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("PageUp");
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(visit.Page.Locator($"tr[data-code='{Last - 10:00000}'] [data-step='1.1']")).ToBeFocusedAsync();
        Assert.InRange(await visit.Page.Locator("tbody tr").CountAsync(), 20, 90);
        await visit.Page.Keyboard.PressAsync("Control+Home");
        await Assertions.Expect(visit.Page.Locator("tr[data-code='00000'] [data-step='1.1']")).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Scrolling_brings_the_rows_and_keys_go_on_from_a_row_that_left()
    {
        await using var visit = await OpenAsync();
        await visit.Page.Locator("tr[data-code='00001'] [data-step='1.2']").FocusAsync();
        await visit.Page.Locator(".board .scroll").EvaluateAsync("s => s.scrollTop = s.scrollHeight / 2");
        await Assertions.Expect(visit.Page.Locator($"tr[data-code='{ManyParticipants.Count / 2:00000}']")).ToBeInViewportAsync();
        await Assertions.Expect(visit.Page.Locator("tr[data-code='00001']")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".board .scroll")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(visit.Page.Locator("tr[data-code='00002'] [data-step='1.2']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Filter_finds_one_and_its_panel_survives_the_way_back_to_all()
    {
        await using var visit = await OpenAsync();
        await visit.Page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("2024");
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        var panel = visit.Page.Locator("#cell-panel");
        await Assertions.Expect(panel).ToContainTextAsync(ManyParticipants.Name(2024));
        await visit.Page.ArrivedAsync(@"q=2024&cell=02024");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await Assertions.Expect(visit.Page.Locator("tr[data-code='00000']")).ToHaveCountAsync(1);
        await Assertions.Expect(panel).ToContainTextAsync(ManyParticipants.Name(2024));
        await panel.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator("tr[data-code='02024'] [data-step='1.1']")).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    /// <summary>A frame between the rows that a key asked for and the answer to it: the table must not ask for the rows it has just left.</summary>
    [Fact]
    public async Task Scrolling_while_a_key_is_on_its_way_does_not_take_its_focus()
    {
        await using var visit = await OpenAsync();
        await visit.Page.Locator("tr[data-code='00000'] [data-step='1.1']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+End");
        await Assertions.Expect(visit.Page.Locator($"tr[data-code='{Last:00000}'] [data-step='3.3']")).ToBeFocusedAsync();
        await visit.Page.EvaluateAsync("""
            () => {
              window.requestAnimationFrame = now => { now(); return null; };
              const scroller = document.querySelector('.board .scroll');
              new MutationObserver(() => scroller.dispatchEvent(new Event('scroll'))).observe(scroller, { childList: true, subtree: true });
            }
            """);
        await visit.Page.Keyboard.PressAsync("Control+Home");
        await Assertions.Expect(visit.Page.Locator("tr[data-code='00000'] [data-step='1.1']")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("tr[data-code='00000']")).ToBeInViewportAsync();
    }

    private async Task<Visit> OpenAsync()
    {
        var visit = await demo.OpenAsync(Board);
        await visit.Page.Locator(".matrix-view[data-keys=on]").WaitForAsync();
        return visit;
    }
}
