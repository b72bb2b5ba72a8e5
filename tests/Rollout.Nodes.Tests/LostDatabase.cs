using System.Net;
using Microsoft.Playwright;
using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>
/// The database goes away under two running nodes, and comes back: meanwhile boards stay readable, writing is refused in words and in time, the
/// nodes say that they are not ready; afterwards everything goes on by itself and nothing that was acknowledged is missing.
/// </summary>
public sealed class LostDatabase(Postgres server, Browsers browsers) : IClassFixture<Postgres>, IClassFixture<Browsers>
{
    private const string Unreachable = "storage.unreachable";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Nobody who writes waits longer for the answer that it is not possible now.</summary>
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(45);

    [Fact]
    public Task Server_that_is_killed_and_starts_again() => LoseAsync("killed", server.Kill, server.StartAsync);

    [Fact]
    public Task Server_that_is_stopped_in_order_and_starts_again() => LoseAsync("stopped", server.Stop, server.StartAsync);

    [Fact]
    public Task Network_that_is_cut_so_that_connections_break() => LoseAsync("network cut", road => road.Drop(), Heal);

    [Fact]
    public Task Network_that_swallows_everything() => LoseAsync("network silent", road => road.Stall(), Heal);

    private static Task Heal(Cut road)
    {
        road.Heal();
        return Task.CompletedTask;
    }

    private Task LoseAsync(string what, Action lose, Func<Task> mend) => LoseAsync(what, _ => lose(), _ => mend());

    private async Task LoseAsync(string what, Action<Cut> lose, Func<Cut, Task> mend)
    {
        using var here = new Installation(server.NewDatabase());
        using var road = new Cut(server.Port);
        await using var first = await Node.StartAsync(here, "first", Postgres.Through(here.Connection, road.Port));
        await using var second = await Node.StartAsync(here, "second", Postgres.Through(here.Connection, road.Port));
        string key;
        using (var book = here.Open()) key = book.Key("monitor");
        using var one = first.With(key);
        using var other = second.With(key);
        var turn = 0;
        await using var writers = new Writers(() => Interlocked.Increment(ref turn) % 2 == 0 ? one : other);
        await writers.GoOnAsync(Patience);
        var page = Browsers.Missing is null ? await OpenAsync(first) : null;
        var before = writers.Answers.Count;

        lose(road);
        TimeSpan told, ready;
        try
        {
            (told, ready) = await AwayAsync(first, writers, before);
            if (page is not null) await ReadOnAsync(page);
        }
        finally
        {
            await mend(road);
        }
        var recovered = await writers.GoOnAsync(Patience);
        foreach (var node in (Node[])[first, second]) await Until.So("the node is ready again", Patience, node.IsReadyAsync);
        using (var book = here.Open())
        {
            await writers.CheckAsync(book);
            var head = book.Ledger().Max(e => e.Seq);
            foreach (var node in (Node[])[first, second])
                await Until.So("the node has it all", Patience, async () => (await node.GetAsync("board")).GetProperty("seq").GetInt64() >= head);
        }
        await here.VerifyAsync();
        TestContext.Current.SendDiagnosticMessage(
            $"{what}: writing refused in words after {told.TotalSeconds:0.0} s, the longest answer took {writers.Answers.Max(a => a.Took).TotalSeconds:0.0} s, not ready after {ready.TotalSeconds:0.0} s, written again {recovered.TotalSeconds:0.0} s after its return");
        Assert.All(writers.Answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal((HttpStatusCode.ServiceUnavailable, Unreachable), (a.Status, a.Code)));
        Assert.All(writers.Answers, a => Assert.True(a.Took < Bearable, $"{a}"));
        Assert.True(recovered < TimeSpan.FromSeconds(30), $"{recovered}");
    }

    /// <summary>What is said while it is away; after how long writing was refused in words, and the node said that it is not ready.</summary>
    private static async Task<(TimeSpan Told, TimeSpan Ready)> AwayAsync(Node node, Writers writers, int before)
    {
        var told = await Until.So("writing is refused in words", Patience, () => writers.Answers.Skip(before).Any(a => a is { Status: HttpStatusCode.ServiceUnavailable, Code: Unreachable }));
        var ready = await Until.So("the node says that it is not ready", Patience, async () => !await node.IsReadyAsync());
        // What lies in memory is read as ever.
        foreach (var path in (string[])["/healthz/live", "/api/v1/programmes/wells/board", "/api/v1/programmes/wells/status-lists"]) Assert.Equal((path, HttpStatusCode.OK), (path, await StatusAsync(node, path)));
        return (told, ready);
    }

    private async Task<IPage> OpenAsync(Node node)
    {
        var page = await browsers.PageAsync(node.Port);
        await page.GotoAsync("/board");
        await page.Locator("[data-circuit=on]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    /// <summary>A page that stands open is read, and answers who reads it.</summary>
    private static async Task ReadOnAsync(IPage page)
    {
        await page.Locator("input[type=search]").FillAsync("077");
        await Assertions.Expect(page.Locator(".matrix tbody tr")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".matrix tbody tr")).ToContainTextAsync("Quận 077");
    }

    private static async Task<HttpStatusCode> StatusAsync(Node node, string path)
    {
        using var answer = await node.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
