using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>What must hold on every page: no axe violation, no complaint of the browser, nothing wider than the screen.</summary>
[Collection(nameof(DemoCollection))]
public sealed class EveryPage(Demo demo)
{
    [Theory]
    [MemberData(nameof(Pages.Everywhere), MemberType = typeof(Pages))]
    public async Task Page_has_no_axe_violation_and_no_complaint(string path, string language, bool dark)
    {
        await using var visit = await demo.OpenAsync(path, scheme: dark ? ColorScheme.Dark : ColorScheme.Light, language: language);
        Assert.Equal(language, await visit.Page.EvaluateAsync<string>("document.documentElement.lang"));
        var found = await visit.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes.FirstOrDefault()?.Html}")));
        Assert.Empty(visit.Complaints);
    }

    /// <summary>Kept beside the tests to be looked at, in the same state on every run: July 2024.</summary>
    [Theory]
    [InlineData("/", "overview")]
    [InlineData("/lists", "lists")]
    [InlineData("/board", "board")]
    [InlineData("/participants", "participants")]
    [InlineData("/participants/92", "participant")]
    public async Task Page_fits_every_width_and_is_pictured(string path, string name)
    {
        foreach (var (width, height) in ((int, int)[])[(1440, 960), (1024, 768), (390, 844)])
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await using var visit = await demo.OpenPastAsync($"{path}?asOf=2024-07-15", width, height, scheme);
                Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                var picture = await visit.Page.ScreenshotAsync();
                if (Environment.GetEnvironmentVariable("KEEP_SCREENSHOTS") == "1")
                    await File.WriteAllBytesAsync(
                        Path.Combine(Repository.Root, "tests", "Rollout.Browser.Tests", "Screenshots", $"{name}-{width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png"),
                        picture, TestContext.Current.CancellationToken);
                Assert.Empty(visit.Complaints);
            }
    }
}
