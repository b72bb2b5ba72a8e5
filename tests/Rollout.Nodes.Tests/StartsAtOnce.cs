using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>Two nodes that start at once on an empty database: both open, and are nodes of one installation.</summary>
public sealed class StartsAtOnce(Postgres server) : IClassFixture<Postgres>
{
    private const int Times = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Two_nodes_that_start_at_once_on_an_empty_database_both_open_ten_times_of_ten()
    {
        using var program = new Installation("");
        for (var i = 0; i < Times; i++)
        {
            using var here = program.At(server.NewDatabase());
            await using var nodes = await Cluster.StartAsync(here, 2, jobs: true);
            string key;
            using (var book = here.Open()) key = book.Key("monitor");
            using var client = nodes["node-1"].With(key);
            using var answer = await Node.CommentAsync(client, "001", "Chào");
            Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
            await Until.So("the other has it", Patience, async () => (await nodes["node-2"].GetAsync("board")).GetProperty("seq").GetInt64() == 1);
            foreach (var node in nodes.All) await Until.So("the node is ready", Patience, node.IsReadyAsync);
            await here.VerifyAsync();
        }
    }
}
