using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>The demo as a process of its own, in a data folder of its own, and a real browser. Started once for all journeys.</summary>
public partial class Demo : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-browser-").FullName;
    private readonly int _port = FreePort();
    private readonly Dictionary<string, string> _signedIn = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private Process? _server;

    /// <summary>Why there is no browser, or null when there is one.</summary>
    public static string? Missing { get; } = Chromium() is null ? "Chromium is missing: tests/run installs it as root (Debian: apt-get install chromium)" : null;

    public IBrowser Browser { get; private set; } = null!;

    protected IPlaywright Driver => _playwright!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Where the server keeps its data.</summary>
    protected string Folder => _folder;

    /// <summary>What the server is told beside its address and its folder.</summary>
    protected virtual string[] Options => ["--demo"];

    /// <summary>Settings of its environment.</summary>
    protected virtual (string Name, string Value)[] Settings => [];

    /// <summary>The file that is started.</summary>
    protected virtual string Program { get; } = Path.Combine(
        Repository.Root, "src", "Rollout.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, "Rollout.Web.dll");

    public virtual async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        await StartServerAsync();
        _playwright = await Playwright.CreateAsync();
        // Two servers and two browsers share what cores there are.
        Assertions.SetDefaultExpectTimeout(15_000);
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
    }

    /// <summary>The server, at the same address every time.</summary>
    protected async Task StartServerAsync()
    {
        var opened = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = Start(["serve", "--urls", $"http://127.0.0.1:{_port}", "--data", _folder, .. Options], Settings);
        var said = new List<string>();
        _server.OutputDataReceived += (_, line) =>
        {
            said.Add(line.Data ?? "(end)");
            if (OpenAt().Match(line.Data ?? "") is { Success: true } match) opened.TrySetResult(new(match.Groups["url"].Value));
            if (line.Data is null) opened.TrySetException(new InvalidOperationException("The demo ended: " + string.Join('\n', said)));
        };
        _server.BeginOutputReadLine();
        Address = await opened.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    /// <summary>Ends the server as a power cut does.</summary>
    protected async Task KillServerAsync()
    {
        if (_server is null) return;
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync(CancellationToken.None);
        _server.Dispose();
        _server = null;
    }

    /// <summary>A live page; it remembers every complaint of the browser.</summary>
    public async Task<Visit> OpenAsync(string path, int width = 1440, int height = 960, string? account = null)
    {
        var visit = await OpenStillAsync(path, width, height, account);
        await visit.LiveAsync();
        return visit;
    }

    /// <summary>A page that does not tick: one of the past, or a plain form.</summary>
    public async Task<Visit> OpenStillAsync(string path, int width = 1440, int height = 960, string? account = null)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var context = await ContextAsync(width, height, account is null ? null : await SignedInAsync(account));
        var visit = new Visit(context, await context.NewPageAsync());
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>A key of a role, made beside the running demo as an administrator makes it on the command line.</summary>
    public async Task<string> KeyAsync(string role)
    {
        using var made = Start(["api-key", "create", "--name", $"Thử {role}", "--role", role, "--data", _folder]);
        var said = await made.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Trim().Split('\n')[^1].Trim();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        await KillServerAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The cookies of a demo account: signed in once by its button, then taken along into every context.</summary>
    protected async Task<string> SignedInAsync(string account)
    {
        if (_signedIn.TryGetValue(account, out var known)) return known;
        await using var context = await ContextAsync(1440, 960, state: null);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/login?back=/account");
        await page.Locator($"button[name=userName][value={account}]").ClickAsync();
        await page.ArrivedAsync(@"^[^?]*/account");
        return _signedIn[account] = await context.StorageStateAsync();
    }

    private Task<IBrowserContext> ContextAsync(int width, int height, string? state) => Browser.NewContextAsync(new()
    {
        BaseURL = $"{Address}",
        ViewportSize = new() { Width = width, Height = height },
        Locale = "vi-VN",
        AcceptDownloads = true,
        ReducedMotion = ReducedMotion.Reduce,
        StorageState = state,
    });

    private Process Start(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        foreach (var argument in (string[])[Program, .. arguments]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Chromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "chromium"), Path.Combine(folder, "google-chrome")]).FirstOrDefault(File.Exists);

    [GeneratedRegex("Open at (?<url>http://[^,; ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OpenAt();
}
