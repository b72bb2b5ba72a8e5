using Microsoft.Playwright;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>A real browser.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private IBrowser? _browser;
    private IPlaywright? _playwright;

    /// <summary>Why there is none; null when there is one.</summary>
    public static string? Missing { get; } = Chromium() is null ? "Chromium is missing: tests/run installs it as root (Debian: apt-get install chromium)" : null;

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>An empty page of somebody new, at an address.</summary>
    public async Task<IPage> PageAsync(int port)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var context = await _browser!.NewContextAsync(new() { BaseURL = $"http://127.0.0.1:{port}", Locale = "vi-VN", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "chromium"), Path.Combine(folder, "google-chrome")]).FirstOrDefault(File.Exists);
}
