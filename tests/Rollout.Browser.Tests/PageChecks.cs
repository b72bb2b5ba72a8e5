using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>What must hold on every page: no axe violation, no complaint of the browser, nothing wider than the screen.</summary>
internal static class PageChecks
{
    private static readonly (int Width, int Height)[] Sizes = [(1440, 960), (1024, 768), (390, 844)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Everything that axe knows, with what WCAG 2.2 AA asks beyond 2.1, which it leaves out unless told.</summary>
    private static readonly AxeRunOptions Everything = new() { Rules = new() { ["target-size"] = new() { Enabled = true } } };

    /// <summary>In both themes and both languages.</summary>
    public static async Task LookAsync(Demo demo, Place place)
    {
        await using var visit = await OpenAsync(demo, place, "");
        await CheckThemesAsync(visit, "vi");
        await visit.ReadInAsync("en");
        await ReadyAsync(visit, place);
        await CheckThemesAsync(visit, "en");
        Assert.Empty(visit.Complaints);
    }

    /// <summary>At every width, in both themes; the pictures are kept beside the tests when that is wished.</summary>
    public static async Task PictureAsync(Demo demo, Place place, string query)
    {
        await using var visit = await OpenAsync(demo, place, query);
        foreach (var (width, height) in Sizes)
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            if (Environment.GetEnvironmentVariable("KEEP_SCREENSHOTS") != "1") continue;
            if (place.Shown is { } shown) await visit.Page.Locator(shown).EvaluateAsync("e => e.scrollIntoView()");
            foreach (var scheme in Schemes)
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var name = string.Create(CultureInfo.InvariantCulture, $"{place.Name}-{width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png");
                await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "tests", "Rollout.Browser.Tests", "Screenshots", name) });
            }
        }
        Assert.Empty(visit.Complaints);
    }

    private static async Task CheckThemesAsync(Visit visit, string language)
    {
        Assert.Equal(language, await visit.Page.EvaluateAsync<string>("document.documentElement.lang"));
        foreach (var scheme in Schemes)
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await CheckAsync(visit);
        }
    }

    private static async Task CheckAsync(Visit visit)
    {
        var found = await visit.Page.RunAxe(Everything);
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join("\n   ", v.Nodes.Select(n => n.Html))}")));
    }

    private static async Task<Visit> OpenAsync(Demo demo, Place place, string query)
    {
        var visit = await demo.OpenStillAsync(query.Length == 0 ? place.Path : $"{place.Path}{(place.Path.Contains('?') ? '&' : '?')}{query}", account: place.Account);
        if (query.Length == 0) await ReadyAsync(visit, place);
        return visit;
    }

    private static async Task ReadyAsync(Visit visit, Place place)
    {
        if (place.Live) await visit.LiveAsync();
        await place.Prepare(visit.Page);
    }
}
