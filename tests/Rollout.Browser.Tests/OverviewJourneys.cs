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

    [Fact]
    public async Task What_the_first_page_loads_may_be_kept_for_ever_and_nothing_on_it_jumps()
    {
        await using var visit = await demo.OpenAsync("/");
        var loaded = await visit.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(e => e.name).filter(n => /\\.(css|js|mjs|woff2|svg)$/.test(new URL(n).pathname))");
        Assert.Contains(loaded, name => name.Contains("vietnamese-400", StringComparison.Ordinal));
        foreach (var name in loaded)
        {
            var answer = await visit.Page.APIRequest.GetAsync(name);
            Assert.True(answer.Headers.GetValueOrDefault("cache-control", "").Contains("immutable", StringComparison.Ordinal), name);
        }
        // Above 0.1 a page is felt to jump.
        var jumped = await visit.Page.EvaluateAsync<double>("""
            (async () => {
              const seen = [];
              const shifts = new PerformanceObserver(list => seen.push(...list.getEntries()));
              shifts.observe({ type: 'layout-shift', buffered: true });
              for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
              return [...seen, ...shifts.takeRecords()].reduce((sum, shift) => sum + shift.value, 0);
            })()
            """);
        Assert.InRange(jumped, 0, 0.1);
    }
}
