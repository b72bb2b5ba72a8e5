using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>The table of steps.</summary>
[Collection(nameof(DemoCollection))]
public sealed class BoardJourneys(Demo demo)
{
    [Fact]
    public async Task Filter_without_marks_finds_the_province()
    {
        await using var visit = await OpenAsync();
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(63);
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("da nang");
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToContainTextAsync("Đà Nẵng");
        await visit.Page.ArrivedAsync(@"^[^?]*/board\?.*da.*nang");
    }

    [Fact]
    public async Task Text_typed_without_a_pause_is_kept_letter_by_letter_and_Escape_empties_it()
    {
        await using var visit = await OpenAsync();
        var field = visit.Page.GetByRole(AriaRole.Searchbox);
        await field.PressSequentiallyAsync("ba ria - vung tau");
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(field).ToHaveValueAsync("ba ria - vung tau");
        // In the middle of the text, too: the caret stays.
        for (var i = 0; i < " - vung tau".Length; i++) await field.PressAsync("ArrowLeft");
        await field.PressAsync("x");
        await field.PressAsync("y");
        await Assertions.Expect(visit.Page.Locator(".empty")).ToBeVisibleAsync();
        await visit.Page.ArrivedAsync(@"q=ba(%20|\+)riaxy");
        await Assertions.Expect(field).ToHaveValueAsync("ba riaxy - vung tau");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.PressAsync("Escape");
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(63);
        await Assertions.Expect(field).ToHaveValueAsync("");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Cell_opens_its_panel_by_keyboard_and_Escape_closes_it()
    {
        await using var visit = await OpenAsync();
        var cell = Cell(visit, "92", "1.4");
        await cell.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var panel = visit.Page.GetByRole(AriaRole.Complementary).Or(visit.Page.GetByRole(AriaRole.Dialog)).Filter(new() { HasText = "1.4" });
        await Assertions.Expect(panel).ToContainTextAsync("Cần Thơ");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        await Assertions.Expect(cell).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Panel_beside_the_table_goes_along_with_the_arrows_and_the_place_is_kept()
    {
        await using var visit = await OpenAsync();
        await Cell(visit, "79", "1.4").ClickAsync();
        var head = visit.Page.Locator("#cell-panel-name");
        await Assertions.Expect(head).ToContainTextAsync("1.4");
        var scrolled = await visit.Page.Locator(".board .scroll").EvaluateAsync<double>("s => s.scrollTop");
        Assert.True(scrolled > 0);
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(head).ToContainTextAsync("2.1");
        await Assertions.Expect(Cell(visit, "79", "2.1")).ToBeFocusedAsync();
        await visit.Page.ArrivedAsync(@"cell=79(:|%3A)2\.1");
        Assert.Equal(scrolled, await visit.Page.Locator(".board .scroll").EvaluateAsync<double>("s => s.scrollTop"));
    }

    [Fact]
    public async Task Several_are_picked_by_mouse_and_by_keyboard_for_one_letter()
    {
        await using var visit = await OpenAsync("vpcp");
        var boxes = visit.Page.Locator("tbody .pick input");
        await boxes.Nth(1).ClickAsync();
        await boxes.Nth(4).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        var said = visit.Page.Locator(".picked [role=status]").First;
        await Assertions.Expect(said).ToContainTextAsync("4");
        await visit.Page.Locator("tbody tr").Nth(6).Locator("a.cell").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(said).ToContainTextAsync("5");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(boxes.Nth(6)).ToBeFocusedAsync();
        await Assertions.Expect(boxes.Nth(6)).ToBeCheckedAsync();
        await visit.Page.Locator(".picked a").First.ClickAsync();
        await visit.Page.ArrivedAsync(@"/letters/new\?.*participants=\d\d(,\d\d){4}$");
        Assert.Empty(visit.Complaints);
    }

    /// <summary>Until its module is there a cell is a plain link, and leads to the province's page.</summary>
    private async Task<Visit> OpenAsync(string? account = null)
    {
        var visit = await demo.OpenAsync("/board", account: account);
        await visit.Page.Locator(".matrix-view[data-keys=on]").WaitForAsync();
        return visit;
    }

    private static ILocator Cell(Visit visit, string code, string step) => visit.Page.Locator($"tbody tr[data-code='{code}'] [data-step='{step}']");
}
