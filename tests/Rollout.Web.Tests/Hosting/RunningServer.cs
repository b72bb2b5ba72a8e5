using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Programmes;
using Rollout.Storage.Accounts;
using Rollout.Web.Hosting;
using Rollout.Web.Settings;

namespace Rollout.Web.Tests.Hosting;

/// <summary>The real server on a real socket with a data folder of its own; July 2024 is imported.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private WebApplication? _app;

    /// <summary>Whether everybody may read.</summary>
    public bool PublicRead { get; init; } = true;

    /// <summary>Programmes other than those of the repository.</summary>
    public ProgrammeCatalog? Catalog { get; init; }

    /// <summary>How fast the demo runs; null for a server without one, into which July 2024 is imported.</summary>
    public double? DemoSpeed { get; init; }

    /// <summary>Settings and services that a test changes before anything reads them.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>For tests that start a second server on the same folder.</summary>
    public bool KeepFolder { get; init; }

    public string Folder { get; init; } = Directory.CreateTempSubdirectory("rollout-web-").FullName;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        var catalog = Catalog ?? DataFiles.ReadAll(Repository.Data()).Catalog!;
        _app = RolloutServer.Build(new() { DataFolder = Folder, Urls = "http://127.0.0.1:0", DemoSpeed = DemoSpeed }, catalog, b =>
        {
            b.Configuration["Access:PublicRead"] = $"{PublicRead}";
            b.Configuration["Probing:AllowLoopback"] = "true";
            // July 2024 is looked at as it was: its provinces are those of then.
            b.Configuration["Probing:KeepTakenOver"] = "true";
            b.Configuration["Jobs:Enabled"] = $"{DemoSpeed is not null}";
            b.Configuration["Probing:Spread"] = "0";
            // Only tests of printing wait for a browser; they name one, or none to have one looked for.
            b.Configuration["Printing:Chromium"] = "/nowhere/chromium";
            Configure?.Invoke(b);
        });
        if (Catalog is null && DemoSpeed is null) await ImportAsync(catalog.All[0]);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client = new() { BaseAddress = new(_app.Urls.First()) };
    }

    public HttpClient With(string role)
    {
        var key = Services.GetRequiredService<ApiKeys>().Create(role, role);
        return new() { BaseAddress = Client.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
    }

    /// <summary>A browser that nobody has signed in with: keeps its own cookies and follows no redirects, so that a test sees them.</summary>
    public Browser Browser() => new(Client.BaseAddress!);

    /// <summary>A browser in which somebody is signed in.</summary>
    public async Task<Browser> SignInAsync(string userName, string? password = null)
    {
        var browser = Browser();
        using var answer = await browser.SubmitAsync("/login", "login", ("userName", userName), ("password", password ?? TestAccounts.Password));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>Makes an account with a role and the password of all test accounts; gives its user name back.</summary>
    public Task<string> AccountAsync(string role, string office = "", string? userName = null) => TestAccounts.MakeAsync(Services, role, office, userName);

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await JsonAsync(answer);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).RootElement.Clone();

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!KeepFolder) Directory.Delete(Folder, recursive: true);
    }

    private async Task ImportAsync(ProgrammeCatalog.Item item)
    {
        foreach (var source in item.Programme.Baselines)
        {
            var result = await Services.GetRequiredService<BaselineImport>().RunAsync(
                item, source, DataFiles.Baseline(Repository.Data(), item.Programme.Key, source.File), TestContext.Current.CancellationToken);
            Assert.Empty(result.Mistakes);
        }
    }
}
