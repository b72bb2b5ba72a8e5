using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>The table of steps.</summary>
[Collection(nameof(DemoCollection))]
public sealed class BoardJourneys(Demo demo)
{
    [Fact]
    public async Task Filter_without_marks_finds_the_province()
    {
        await using var visit = await demo.OpenAsync("/board");
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(63);
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("da nang");
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToContainTextAsync("Đà Nẵng");
        await visit.Page.ArrivedAsync(@"^[^?]*/board\?.*da.*nang");
    }

    [Fact]
    public async Task Cell_opens_its_panel_by_keyboard_and_Escape_closes_it()
    {
        await using var visit = await demo.OpenAsync("/board");
        // Until its module is there a cell is a plain link, and leads to the province's page.
        await visit.Page.Locator(".matrix-view[data-keys=on]").WaitForAsync();
        var cell = visit.Page.Locator("tbody tr").Filter(new() { HasText = "Cần Thơ" }).Locator("[data-step='1.4']");
        await cell.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var panel = visit.Page.GetByRole(AriaRole.Complementary).Or(visit.Page.GetByRole(AriaRole.Dialog)).Filter(new() { HasText = "1.4" });
        await Assertions.Expect(panel).ToContainTextAsync("Cần Thơ");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }
}
