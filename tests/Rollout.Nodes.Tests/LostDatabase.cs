using System.Net;
using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>
/// The database goes away under two running nodes, and comes back: meanwhile boards stay readable, writing is refused in words and in time, the
/// nodes say that they are not ready; afterwards everything goes on by itself and nothing that was acknowledged is missing.
/// </summary>
public sealed class LostDatabase(Postgres server) : IClassFixture<Postgres>
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
        var before = writers.Answers.Count;

        lose(road);
        var told = await Until.So("writing is refused in words", Patience, () => writers.Answers.Skip(before).Any(a => a is { Status: HttpStatusCode.ServiceUnavailable, Code: Unreachable }));
        var ready = await Until.So("the node says that it is not ready", Patience, async () => !await first.IsReadyAsync());
        foreach (var path in (string[])["/api/v1/programmes/wells/board", "/api/v1/programmes/wells/status-lists", "/board", "/lists"]) Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, path));

        await mend(road);
        var recovered = await writers.GoOnAsync(Patience);
        foreach (var node in (Node[])[first, second]) await Until.So("the node is ready again", Patience, node.IsReadyAsync);
        using (var book = here.Open())
        {
            await writers.CheckAsync(book);
            var head = book.Ledger().Max(e => e.Seq);
            foreach (var node in (Node[])[first, second])
                await Until.So("the node has it all", Patience, async () => (await node.GetAsync("board")).GetProperty("seq").GetInt64() == head);
        }
        await here.VerifyAsync();
        TestContext.Current.SendDiagnosticMessage(
            $"{what}: writing refused in words after {told.TotalSeconds:0.0} s, the longest answer took {writers.Answers.Max(a => a.Took).TotalSeconds:0.0} s, not ready after {ready.TotalSeconds:0.0} s, written again {recovered.TotalSeconds:0.0} s after its return");
        Assert.All(writers.Answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal((HttpStatusCode.ServiceUnavailable, Unreachable), (a.Status, a.Code)));
        Assert.All(writers.Answers, a => Assert.True(a.Took < Bearable, $"{a}"));
        Assert.True(recovered < TimeSpan.FromSeconds(30), $"{recovered}");
    }

    private static async Task<HttpStatusCode> StatusAsync(Node node, string path)
    {
        using var answer = await node.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
