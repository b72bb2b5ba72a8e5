using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>One server of an installation, as a process of its own.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Started _process;

    private Node(Started process, string key, int port) =>
        (_process, Key, Port, Client) = (process, key, port, new() { BaseAddress = new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"), Timeout = Patience });

    /// <summary>What it calls itself when it looks at somebody.</summary>
    public string Key { get; }

    public int Port { get; }

    /// <summary>Somebody who is not signed in.</summary>
    public HttpClient Client { get; }

    public string Said => _process.All;

    /// <summary>Starts one, without waiting for it.</summary>
    /// <param name="here">The installation.</param>
    /// <param name="key">What it calls itself.</param>
    /// <param name="connection">How it reaches the database, when not as the others do.</param>
    /// <param name="port">Where it listens, when that matters.</param>
    /// <param name="jobs">Whether it looks at anybody.</param>
    public static Node Begin(Installation here, string key, string? connection = null, int? port = null, bool jobs = false)
    {
        var at = port ?? Repository.FreePort();
        var process = new Started(
            Started.Dotnet, [here.Executable, "serve", "--urls", $"http://127.0.0.1:{at.ToString(CultureInfo.InvariantCulture)}", "--data", here.Data],
            [.. here.Settings(connection), ("Probing__AllowLoopback", "true"), ("Probing__UserAgent", key), ("Jobs__Enabled", jobs ? "true" : "false"), ("Logging__LogLevel__Default", "Information")]);
        return new(process, key, at);
    }

    public static async Task<Node> StartAsync(Installation here, string key, string? connection = null, int? port = null, bool jobs = false)
    {
        var node = Begin(here, key, connection, port, jobs);
        await node.OpenedAsync();
        return node;
    }

    /// <summary>Waits until it answers; how long that took.</summary>
    public Task<TimeSpan> OpenedAsync() => Until.So($"node {Key} answers", Patience, async () =>
    {
        if (_process.HasEnded) Assert.Fail($"Node {Key} ended:\n{Said}");
        try
        {
            using var answer = await Client.GetAsync(new Uri("/healthz/live", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });

    /// <summary>Another system, with its key.</summary>
    public HttpClient With(string key) =>
        new() { BaseAddress = Client.BaseAddress, Timeout = Patience, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    /// <summary>What it answers below the programme.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri($"/api/v1/programmes/{Wells.Key}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Says something about a step as another system does.</summary>
    public static Task<HttpResponseMessage> CommentAsync(HttpClient client, string code, string note) => client.PostAsJsonAsync(
        new Uri($"/api/v1/programmes/{Wells.Key}/participants/{code}/phases/{Wells.Phase}/steps/{Wells.Dug}/comments", UriKind.Relative), new { note }, TestContext.Current.CancellationToken);

    /// <summary>Changes a step as another system does.</summary>
    public static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string code, string to, int version) => client.PostAsJsonAsync(
        new Uri($"/api/v1/programmes/{Wells.Key}/participants/{code}/phases/{Wells.Phase}/steps/{Wells.Dug}/changes", UriKind.Relative), new { to, version }, TestContext.Current.CancellationToken);

    /// <summary>Whether it says that it can do its work.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var answer = await Client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync() => _process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
    }
}
