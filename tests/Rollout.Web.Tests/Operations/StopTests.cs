using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Rollout.Web.Tests.Commands;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Operations;

/// <summary>The real program is asked to end in the middle of its work.</summary>
public sealed class StopTests
{
    private const string Cells = "/api/v1/programmes/lien-thong/participants/92/phases/test/steps/1.1/comments";

    [Fact]
    public async Task What_was_acknowledged_until_the_end_is_kept_and_nothing_else_is()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Only there a program is asked to end by a signal");
        var folder = Directory.CreateTempSubdirectory("rollout-stop-").FullName;
        var key = (await Executable.RunAsync("api-key", "create", "--name", "thu", "--role", "monitor", "--data", folder)).Output.Trim().Split('\n')[^1].Trim();
        await using var server = await ServedProcess.StartAsync(folder, ("Shutdown__Drain", "0.5"), ("Limits__ApiPerCaller", "0"));
        var (kept, refused) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var asked = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SpeakAsync(i)));
        Assert.Equal(0, await server.EndAsync());
        Assert.InRange(asked, 1, 1);
        Assert.True(kept.Count >= 60);
        // Told before it ended, and ended by the connection's end alone: nothing was answered with an error.
        Assert.DoesNotContain(refused, r => r.StartsWith('5'));

        var (exit, _, error) = await Executable.RunAsync("ledger", "verify", "--data", folder);
        Assert.True(exit == 0, error);
        Assert.Equal(kept.Order(StringComparer.Ordinal), (await NotesAsync(folder)).Order(StringComparer.Ordinal));

        async Task SpeakAsync(int who)
        {
            using var client = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
            try
            {
                for (var n = 0; ; n++)
                {
                    var note = $"{who}-{n}";
                    using var answer = await client.PostAsJsonAsync(new Uri(Cells, UriKind.Relative), new { note }, TestContext.Current.CancellationToken);
                    if (answer.IsSuccessStatusCode) kept.Add(note);
                    else refused.Add($"{(int)answer.StatusCode} {note}");
                    if (kept.Count >= 60 && Interlocked.CompareExchange(ref asked, 1, 0) == 0) server.Terminate();
                }
            }
            catch (HttpRequestException)
            {
                // There is no server any more: the way in which the last request of each is refused.
            }
        }
    }

    [Fact]
    public async Task Program_that_ends_is_unready_for_as_long_as_the_settings_say_and_still_answers()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Only there a program is asked to end by a signal");
        await using var server = await ServedProcess.StartAsync(Directory.CreateTempSubdirectory("rollout-drain-").FullName, ("Shutdown__Drain", "3"), ("Logging__Format", "json"));
        using var client = new HttpClient { BaseAddress = server.Address };
        using (var before = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        server.Terminate();
        HttpStatusCode status;
        do
        {
            using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            status = answer.StatusCode;
        }
        while (status == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("live", await client.GetStringAsync(new Uri("/healthz/live", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(0, await server.EndAsync());

        // Every line is an object, its time in UTC; only the administrator's link is for the console itself.
        var lines = server.Said.Where(l => l.StartsWith('{')).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Contains(lines, l => l.GetProperty("Message").GetString()!.StartsWith("Open at ", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.GetProperty("Message").GetString()!.StartsWith("Stopping", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.EndsWith("Z", l.GetProperty("Timestamp").GetString(), StringComparison.Ordinal));
        Assert.All(server.Said.Where(l => l.Length > 0 && l[0] != '{'), l => Assert.Contains("/setup", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Request_that_never_ends_does_not_hold_the_end_up_beyond_its_limit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Only there a program is asked to end by a signal");
        await using var server = await ServedProcess.StartAsync(Directory.CreateTempSubdirectory("rollout-hang-").FullName, ("Shutdown", "1"));
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        // It waits for the rest of the form.
        Assert.True(await stream.ReadAsync(new byte[100], TestContext.Current.CancellationToken) > 0);
        server.Terminate();
        Assert.Equal(0, await server.EndAsync());
    }

    [Theory]
    [InlineData("Shutdown", "soon")]
    [InlineData("Shutdown__Drain", "30")]
    [InlineData("Telemetry__Otlp", "collector")]
    [InlineData("Telemetry__Protocol", "carrier pigeon")]
    [InlineData("Logging__Format", "prose")]
    public async Task Setting_that_is_wrong_is_named_and_nothing_starts(string name, string value)
    {
        var folder = Directory.CreateTempSubdirectory("rollout-wrong-").FullName;
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Executable.Path, "serve", "--urls", "http://127.0.0.1:0", "--data", folder])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment = { [name] = value },
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains($"{name.Replace("__", ":", StringComparison.Ordinal)}: {value}", error, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<string>> NotesAsync(string folder)
    {
        await using var again = new RunningServer { Folder = folder, KeepFolder = true };
        await again.InitializeAsync();
        using var monitor = again.With("monitor");
        var notes = new List<string>();
        for (long after = 0; ;)
        {
            using var answer = await monitor.GetAsync(new Uri($"/api/v1/programmes/lien-thong/ledger?limit=500&after={after}", UriKind.Relative), TestContext.Current.CancellationToken);
            var entries = (await RunningServer.JsonAsync(answer)).GetProperty("entries").EnumerateArray().ToList();
            if (entries.Count == 0) return notes;
            notes.AddRange(entries.Where(e => e.GetProperty("kind").GetString() == "comment").Select(e => e.GetProperty("note").GetString()!));
            after = entries[^1].GetProperty("seq").GetInt64();
        }
    }
}
