using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>The pages that speak of probes, on a day when nothing answers.</summary>
public sealed class EveryPageFailing(FailingDemo demo) : IClassFixture<FailingDemo>
{
    [Theory]
    [MemberData(nameof(Pages.WatchingNames), MemberType = typeof(Pages))]
    public async Task Page_of_a_failing_country_has_no_axe_violation_and_fits(string name)
    {
        await FailedAsync();
        var place = Pages.Watching.Single(p => p.Name == name);
        await PageChecks.LookAsync(demo, place);
        await PageChecks.PictureAsync(demo, place with { Name = $"failing-{name}" }, "");
    }

    /// <summary>Three probes one after the other must have failed.</summary>
    private async Task FailedAsync()
    {
        await using var visit = await demo.OpenAsync("/board");
        await Assertions.Expect(visit.Page.Locator(".matrix .sees-fail").Nth(10)).ToBeVisibleAsync(new() { Timeout = 120_000 });
    }
}
