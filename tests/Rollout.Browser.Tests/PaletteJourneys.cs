using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>Getting about by keyboard: the palette, the help of a page, the tour of the demo.</summary>
[Collection(nameof(DemoCollection))]
public sealed class PaletteJourneys(Demo demo)
{
    private const string PaletteBox = "dialog.palette";
    private const string Sheet = "dialog.guide";
    private const string Card = "aside.tour";

    [Fact]
    public async Task Ctrl_K_and_a_name_without_marks_lead_to_the_province_and_keep_the_phase()
    {
        await using var visit = await demo.OpenAsync("/?phase=production");
        await PressAsync(visit, "Control+k", PaletteBox);
        await visit.Page.Keyboard.TypeAsync("da nang");
        await Assertions.Expect(visit.Page.Locator($"{PaletteBox} [aria-selected=true]")).ToContainTextAsync("Đà Nẵng");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArrivedAsync(@"^[^?]*/participants/48\?phase=production");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Đà Nẵng");
        await Assertions.Expect(visit.Page.Locator(PaletteBox)).ToBeHiddenAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Number_of_a_step_and_a_province_lead_to_that_step()
    {
        await using var visit = await demo.OpenAsync("/board");
        await PressAsync(visit, "Control+k", PaletteBox);
        await visit.Page.Keyboard.TypeAsync("3.1 soc trang");
        await Assertions.Expect(visit.Page.Locator($"{PaletteBox} [aria-selected=true]")).ToContainTextAsync("Sóc Trăng");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArrivedAsync(@"/participants/94#step-3\.1$");
        await Assertions.Expect(visit.Page.Locator("#step-3\\.1")).ToBeInViewportAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Arrows_move_Escape_gives_the_focus_back_and_what_was_chosen_comes_first_next_time()
    {
        await using var visit = await demo.OpenAsync("/lists");
        var button = visit.Page.Locator("[data-palette]");
        await button.FocusAsync();
        await PressAsync(visit, "Control+k", PaletteBox);
        var field = visit.Page.GetByRole(AriaRole.Combobox);
        await Assertions.Expect(field).ToBeFocusedAsync();
        var options = visit.Page.Locator($"{PaletteBox} [role=option]");
        await options.Nth(2).WaitForAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", "palette-option-1");
        await visit.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(button).ToBeFocusedAsync();
        await PressAsync(visit, "Control+k", PaletteBox);
        await visit.Page.Keyboard.TypeAsync("giao ban");
        await Assertions.Expect(options.First).ToContainTextAsync("Giao ban tuần");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArrivedAsync("^[^?]*/weekly");
        await PressAsync(visit, "Control+k", PaletteBox);
        await Assertions.Expect(options.First).ToContainTextAsync("Giao ban tuần");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Palette_works_on_a_page_without_a_circuit_and_says_what_to_try_when_nothing_fits()
    {
        await using var visit = await demo.OpenStillAsync("/login");
        await PressAsync(visit, "Control+k", PaletteBox);
        await visit.Page.Keyboard.TypeAsync("zzzz");
        await Assertions.Expect(visit.Page.Locator(".palette-said")).ToContainTextAsync("3.1 soc trang");
        await visit.Page.GetByRole(AriaRole.Combobox).FillAsync("cn thơ");
        await Assertions.Expect(visit.Page.Locator($"{PaletteBox} [aria-selected=true]")).ToContainTextAsync("Cần Thơ");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArrivedAsync("^[^?]*/participants/92");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Cần Thơ");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Question_mark_opens_the_help_of_the_page_but_not_while_one_types()
    {
        await using var visit = await demo.OpenAsync("/board");
        var search = visit.Page.GetByRole(AriaRole.Searchbox);
        await search.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("?");
        await Assertions.Expect(search).ToHaveValueAsync("?");
        await search.FillAsync("");
        await visit.Page.Locator("main").FocusAsync();
        await PressAsync(visit, "Shift+?", Sheet);
        var sheet = visit.Page.Locator(Sheet);
        await Assertions.Expect(sheet.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Bảng theo dõi tiến độ");
        await Assertions.Expect(sheet).ToContainTextAsync("HTTTGQTTHC");
        // Another dialog is open: Ctrl+K waits its turn.
        await visit.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(visit.Page.Locator(PaletteBox)).ToBeHiddenAsync();
        await sheet.GetByRole(AriaRole.Link, new() { Name = "Từ ngữ và văn bản nguồn" }).ClickAsync();
        await visit.Page.ArrivedAsync("^[^?]*/help");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("#term-nd-63")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Tour_is_walked_skipped_and_does_not_come_back()
    {
        await using var visit = await demo.OpenAsync("/?tour=1");
        var card = visit.Page.Locator(Card);
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Trước hết là người dân");
        await visit.Page.ArrivedAsync("/$");
        await card.GetByRole(AriaRole.Button, new() { Name = "Tiếp" }).ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Cả nước trên một bản đồ");
        // The circuit gives the heading the focus once, when it has come.
        await card.GetByRole(AriaRole.Button, new() { Name = "Tiếp" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Từng hệ thống");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToHaveCountAsync(0);
        Assert.Equal("seen", await visit.Page.EvaluateAsync<string?>("localStorage.getItem('rollout.tour')"));
        // It can be asked for again.
        await PressAsync(visit, "Shift+?", Sheet);
        await visit.Page.Locator("[data-tour-again]").ClickAsync();
        await Assertions.Expect(card).ToBeVisibleAsync();
        for (var step = 0; step < 5; step++) await card.GetByRole(AriaRole.Button, new() { Name = "Tiếp" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Xong" }).ClickAsync();
        await Assertions.Expect(card).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/", "Control+k", PaletteBox)]
    [InlineData("/participants/92", "Shift+?", Sheet)]
    [InlineData("/?tour=1", null, Card)]
    public async Task What_opens_has_no_axe_violation_in_either_theme_and_fits_a_phone(string path, string? key, string what)
    {
        await using var visit = await demo.OpenAsync(path);
        if (key is not null) await PressAsync(visit, key, what);
        await visit.Page.Locator($"{what} :is([role=option], h2)").First.WaitForAsync();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await visit.Page.RunAxe();
            Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join("\n   ", v.Nodes.Select(n => n.Html))}")));
        }
        await visit.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(390, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(visit.Complaints);
    }

    /// <summary>Presses a key once its script has come: one pressed earlier is the browser's own.</summary>
    private static async Task PressAsync(Visit visit, string key, string opens)
    {
        await visit.Page.Locator("link[rel=stylesheet][href*='palette.']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await visit.Page.Keyboard.PressAsync(key);
        await visit.Page.Locator(opens).WaitForAsync();
    }
}
