using System.Globalization;
using Npgsql;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>Several nodes share the sweeps of one schedule: nobody is looked at twice in an interval, and nothing is recorded twice.</summary>
public sealed class SharedSweeps(Postgres server) : IClassFixture<Postgres>
{
    private const double Spread = 0.8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>A sweep is never early; how late it may be is told by the interval.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Three_nodes_look_at_everybody_once_an_interval_and_record_each_change_once()
    {
        var every = TimeSpan.FromSeconds(6);
        using var here = new Installation(server.NewDatabase(), "6s");
        using var book = here.Open();
        using var listener = new Listener();
        await book.AgreeAsync(listener);
        await using var nodes = await Cluster.StartAsync(here, 3, jobs: true);

        // However late a sweep may be on a busy machine: whoever was looked at since one was due is not looked at by it.
        var intervals = Intervals.Of(here, every);
        await Until.So("everybody was looked at five times", Patience, () => listener.Looks.GroupBy(l => l.Code).Count(l => l.Count() >= 5) == Wells.Count);

        Assert.All(intervals.Looks().GroupBy(l => l), l => Assert.True(l.Count() == 1, $"{l.Key} {l.Count()} times"));
        Assert.Equal(3, listener.Looks.Select(l => l.Node).Distinct().Count());
        await Until.So("everybody's step is done", Patience, () => Changes(book).Count(c => c.Event is StepEvent.StatusChanged { To: StepStatus.Done }) >= Wells.Count);
        Assert.All(Changes(book).GroupBy(c => (c.Participant, c.Event)), c => Assert.Single(c));
        Assert.Equal(Wells.Count * 2, Changes(book).Count(c => c.Event is StepEvent.StatusChanged));
        foreach (var node in nodes.All) await node.KillAsync();
        // What nobody noted would have been a look too many: a few were cut off in the middle.
        Assert.InRange(listener.Looks.Count - intervals.Noted(), 0, 10);
        await here.VerifyAsync();
    }

    [Fact]
    public async Task Shards_of_a_node_killed_in_a_sweep_go_on_elsewhere_within_15_s_and_nobody_is_looked_at_again()
    {
        var every = TimeSpan.FromSeconds(24);
        using var here = new Installation(server.NewDatabase(), "24s");
        using var book = here.Open();
        using var listener = new Listener();
        await book.AgreeAsync(listener);
        await using var nodes = await Cluster.StartAsync(here, 3, jobs: true);
        var schedule = new Slots(here, book, every, Spread, Early);
        // The first sweep may be the first node's alone.
        await Until.So("a fifth of the second sweep is over", Patience, () => listener.Looks.Count(l => schedule.Of(l) == 1) >= Wells.Count / 5);
        var victim = listener.Looks.Where(l => schedule.Of(l) == 1).GroupBy(l => l.Node).MaxBy(l => l.Count())!.Key;

        var killed = DateTimeOffset.UtcNow;
        await nodes[victim].KillAsync();
        var left = listener.Looks.Where(l => schedule.Of(l) == 1 && l.Node == victim).ToList();
        var known = Seen(here, schedule.BeginningOf(1));
        await Until.So("the interval is over", Patience, () => schedule.Now > 1);

        var sweep = listener.Looks.Where(l => schedule.Of(l) == 1).ToList();
        // All of a host are in one shard: those of the victim's hosts whom it had not come to.
        var hosts = left.Select(l => l.Host).ToHashSet(StringComparer.Ordinal);
        var taken = sweep.Where(l => hosts.Contains(l.Host) && l.Node != victim).ToList();
        Assert.NotEmpty(taken);
        var delay = taken.Min(l => l.At) - killed;
        TestContext.Current.SendDiagnosticMessage($"a killed node's shards went on after {delay.TotalSeconds:0.0} s");
        Assert.True(delay < TimeSpan.FromSeconds(15), $"{delay}");
        Assert.Equal(Wells.Codes, sweep.Select(l => l.Code).Distinct().Order(StringComparer.Ordinal));
        // What it saw in its last instant it could tell nobody.
        Assert.All(sweep.GroupBy(l => l.Code).Where(l => known.Contains(l.Key)), l => Assert.True(l.Count() == 1, string.Join(", ", l)));
        Assert.True(left.Count(l => !known.Contains(l.Code)) <= 3, "more than a few looks were lost");
        await here.VerifyAsync();
    }

    private static List<LedgerEntry> Changes(Book book) => [.. book.Ledger().Where(e => e.Step == Wells.Measured)];

    /// <summary>Whom the nodes know to have been looked at since an instant.</summary>
    private static HashSet<string> Seen(Installation here, DateTimeOffset since)
    {
        using var connection = new NpgsqlConnection(here.Connection);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT t.participant FROM samples s JOIN targets t ON t.id = s.target_id WHERE s.at >= @since", connection);
        command.Parameters.AddWithValue("@since", since.ToUnixTimeMilliseconds());
        using var reader = command.ExecuteReader();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) seen.Add(reader.GetString(0).Split('/')[1]);
        return seen;
    }
}
