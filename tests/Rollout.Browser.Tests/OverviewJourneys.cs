using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>What a monitor sees first.</summary>
[Collection(nameof(DemoCollection))]
public sealed class OverviewJourneys(Demo demo)
{
    [Fact]
    public async Task Map_shows_63_provinces_and_both_archipelagos()
    {
        await using var visit = await demo.OpenAsync("/");
        await Assertions.Expect(visit.Page.Locator("a.area")).ToHaveCountAsync(63);
        foreach (var name in (string[])["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"])
            await Assertions.Expect(visit.Page.GetByText(name).First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("không dùng để xác định địa giới")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(360, 700)]
    public async Task Archipelagos_are_drawn_on_a_phone_too(int width, int height)
    {
        await using var visit = await demo.OpenAsync("/", width, height);
        foreach (var name in (string[])["Quần đảo Hoàng Sa", "Quần đảo Trường Sa"])
            await Assertions.Expect(visit.Page.GetByText(name).First).ToBeVisibleAsync();
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Simulated_step_advances_and_the_open_page_changes_without_reload()
    {
        await using var visit = await demo.OpenAsync("/");
        await visit.Page.EvaluateAsync("window.stayed = true");
        var latest = visit.Page.Locator("section.latest");
        var before = await latest.InnerTextAsync();
        await Assertions.Expect(latest).Not.ToHaveTextAsync(before, new() { Timeout = 60_000, UseInnerText = true });
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stayed === true"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Province_on_the_map_opens_by_keyboard()
    {
        await using var visit = await demo.OpenAsync("/");
        await visit.Page.Locator("a.area[href^='/participants/92']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.ArrivedAsync(@"^[^?]*/participants/92");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Cần Thơ");
    }

    [Fact]
    public async Task Demo_says_on_every_page_that_it_is_one()
    {
        foreach (var path in Pages.All)
        {
            await using var visit = await demo.OpenAsync(path);
            await Assertions.Expect(visit.Page.GetByText("Dữ liệu mô phỏng")).ToBeVisibleAsync();
        }
    }
}
