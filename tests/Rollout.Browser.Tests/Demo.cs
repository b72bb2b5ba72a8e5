using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>The demo as a process of its own, in a data folder of its own, and a real browser. Started once for all journeys.</summary>
public sealed partial class Demo : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-browser-").FullName;
    private IPlaywright? _playwright;
    private Process? _server;

    /// <summary>Why there is no browser, or null when there is one.</summary>
    public static string? Missing { get; } = Chromium() is null ? "Chromium is missing: tests/run installs it as root (Debian: apt-get install chromium)" : null;

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        var opened = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = Start();
        var said = new List<string>();
        _server.OutputDataReceived += (_, line) =>
        {
            said.Add(line.Data ?? "(end)");
            if (OpenAt().Match(line.Data ?? "") is { Success: true } match) opened.TrySetResult(new(match.Groups["url"].Value));
            if (line.Data is null) opened.TrySetException(new InvalidOperationException("The demo ended: " + string.Join('\n', said)));
        };
        _server.BeginOutputReadLine();
        Address = await opened.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
    }

    /// <summary>A live page; it remembers every complaint of the browser.</summary>
    public async Task<Visit> OpenAsync(string path, int width = 1440, int height = 960, ColorScheme scheme = ColorScheme.Light, string language = "vi")
    {
        var visit = await OpenPastAsync(path, width, height, scheme, language);
        await visit.LiveAsync();
        return visit;
    }

    /// <summary>A page of the past, which does not tick.</summary>
    public async Task<Visit> OpenPastAsync(string path, int width = 1440, int height = 960, ColorScheme scheme = ColorScheme.Light, string language = "vi")
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = $"{Address}",
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            AcceptDownloads = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (language != "vi") await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = $"{Address}" }]);
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.GoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync(CancellationToken.None);
            _server.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private Process Start()
    {
        var program = Path.Combine(
            Repository.Root, "src", "Rollout.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "Rollout.Web.dll");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[program, "serve", "--demo", "--urls", "http://127.0.0.1:0", "--data", _folder]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string? Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "chromium"), Path.Combine(folder, "google-chrome")]).FirstOrDefault(File.Exists);

    [GeneratedRegex("Open at (?<url>http://[^,; ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenAt();
}
