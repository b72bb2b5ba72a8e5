using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>A page with what the browser complained about.</summary>
public sealed class Visit(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const int MostTabs = 150;
    private readonly List<string> _complaints = [];

    public IPage Page => page;

    /// <summary>Errors in the console, failed requests and answers of 400 and above.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public async Task GoAsync(string path)
    {
        page.Console += (_, message) => { if (message.Type == "error") _complaints.Add($"console: {message.Text}"); };
        page.PageError += (_, error) => _complaints.Add($"page: {error}");
        page.RequestFailed += (_, request) => { if (!CutOff(request)) _complaints.Add($"failed: {request.Url} {request.Failure}"); };
        page.Response += (_, answer) => { if (answer.Status >= 400) _complaints.Add($"{answer.Status}: {answer.Url}"); };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
    }

    /// <summary>The same page in another language.</summary>
    public async Task ReadInAsync(string language)
    {
        await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = new Uri(page.Url).GetLeftPart(UriPartial.Authority) }]);
        await page.ReloadAsync();
    }

    /// <summary>Waits until the circuit holds the page.</summary>
    public Task LiveAsync() => page.Locator("[data-circuit=on]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Goes to an element as one without a mouse does.</summary>
    public async Task TabToAsync(ILocator element)
    {
        await element.WaitForAsync();
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await element.EvaluateAsync<bool>("e => e === document.activeElement")) return;
        }
        Assert.Fail($"{element} is not reached with the Tab key.");
    }

    /// <summary>
    /// A frame's document that a reload of the page cuts off has not failed, nor has a page that Blazor fetches: the browser often calls it
    /// aborted once the page has taken all it needs of it. Whether the page came is asked of the page.
    /// </summary>
    private static bool CutOff(IRequest request) =>
        request.Failure == "net::ERR_ABORTED"
        && (request.IsNavigationRequest || (request.Headers.GetValueOrDefault("accept") ?? "").Contains("blazor-enhanced-nav", StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
