using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>kill -9 of a whole server, again and again, while other systems write through it and sweeps run.</summary>
public sealed class KilledServers(Postgres server) : IClassFixture<Postgres>
{
    private const int Kills = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Server_killed_in_writes_and_sweeps_on_postgres_keeps_what_it_acknowledged_and_the_other_node_has_it() => KillAsync(server.NewDatabase(), others: 1);

    [Fact]
    public Task Server_killed_in_writes_and_sweeps_on_sqlite_keeps_what_it_acknowledged() => KillAsync("", others: 0);

    private static async Task KillAsync(string connection, int others)
    {
        using var here = new Installation(connection, "5s");
        using var book = here.Open();
        using var listener = new Listener();
        await book.AgreeAsync(listener);
        await using var witnesses = await Cluster.StartAsync(here, others, jobs: true);
        var (port, chance, longest) = (Repository.FreePort(), new Random(11), TimeSpan.Zero);
        var node = await Node.StartAsync(here, "victim", port: port, jobs: true);
        using var client = node.With(book.Key("monitor"));
        await using (var writers = new Writers(() => client))
        {
            for (var i = 0; i < Kills; i++)
            {
                await writers.GoOnAsync(Patience);
                await Until.So("it looks at somebody", Patience, () => listener.Looks.Any(l => l.Node == "victim"));
                await Task.Delay(chance.Next(300), TestContext.Current.CancellationToken);
                await node.KillAsync();
                await node.DisposeAsync();
                node = Node.Begin(here, "victim", port: port, jobs: true);
                var back = await node.OpenedAsync();
                longest = back > longest ? back : longest;
            }
            await writers.GoOnAsync(Patience);
            await writers.CheckAsync(book);
        }
        TestContext.Current.SendDiagnosticMessage($"{(others > 0 ? "PostgreSQL" : "SQLite")}: the longest that a killed server was away: {longest.TotalSeconds:0.0} s");
        // Every change that the sweeps saw is recorded once, whichever node saw it.
        Assert.All(book.Ledger().Where(e => e.Step == Wells.Measured).GroupBy(e => (e.Participant, e.Event)), c => Assert.Single(c));
        var head = book.Ledger().Max(e => e.Seq);
        foreach (var witness in witnesses.All)
            await Until.So("the other node has it all", Patience, async () => (await witness.GetAsync("board")).GetProperty("seq").GetInt64() >= head);
        await node.DisposeAsync();
        await here.VerifyAsync();
    }
}
