using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rollout.Storage.Ledgers;
using Rollout.Web.Jobs;
using Rollout.Web.Operations;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Operations;

/// <summary>What a proxy asks: the truth in a word for everybody, in full for administrators.</summary>
public sealed class ReadinessTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Node_that_works_is_ready_and_tells_the_public_names_and_states_alone()
    {
        var (status, said) = await ReadyAsync(_server.Client);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"status":"ready","checks":{"database":"ok","scheduler":"ok","follower":"ok","ledger":"ok","network":"ok"}}""", said.GetRawText());
    }

    [Fact]
    public async Task Administrator_sees_what_was_found_and_nobody_else_does()
    {
        using var admin = _server.With("admin");
        var (_, all) = await ReadyAsync(admin);
        Assert.Equal(ThisNode.Version, all.GetProperty("version").GetString());
        var database = all.GetProperty("checks").GetProperty("database");
        Assert.Equal(("ok", Get<BoardStore>().Current.Seq), (database.GetProperty("state").GetString(), database.GetProperty("facts").GetProperty("head").GetInt64()));
        Assert.Equal(0, all.GetProperty("checks").GetProperty("follower").GetProperty("facts").GetProperty("entries").GetInt64());
        using var monitor = _server.With("monitor");
        Assert.DoesNotContain("facts", (await ReadyAsync(monitor)).Said.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_that_cannot_be_written_makes_the_node_unready()
    {
        await ExecuteAsync("DROP TABLE drafts");
        var (status, said) = await ReadyAsync(_server.Client);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), (status, said.GetProperty("status").GetString()));
        Assert.Equal("failed", said.GetProperty("checks").GetProperty("database").GetString());
        Assert.Equal("ok", said.GetProperty("checks").GetProperty("ledger").GetString());
    }

    [Fact]
    public async Task Ledger_whose_chain_is_broken_makes_the_node_unready()
    {
        var broken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = Get<BoardStore>().Subscribe(c =>
        {
            if (c.Entries.IsEmpty) broken.TrySetResult();
        });
        // The follower finds an entry that does not belong there.
        await ExecuteAsync("""
            INSERT INTO ledger SELECT seq + 1, at, recorded_at, programme, participant, phase, step, kind, fields, actor_kind, actor_name, actor_agency, actor_participant,
              actor_office, note_hash, hash, 'none' FROM ledger ORDER BY seq DESC LIMIT 1
            """);
        await broken.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var (status, said) = await ReadyAsync(_server.Client);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "failed"), (status, said.GetProperty("checks").GetProperty("ledger").GetString()));
    }

    [Fact]
    public async Task Network_of_ours_that_is_out_is_told_and_the_node_stays()
    {
        await using var alone = new RunningServer { Configure = b => b.Configuration["Probing:References:0"] = "tcp://127.0.0.1:1" };
        await alone.InitializeAsync();
        var (status, said) = await ReadyAsync(alone.Client);
        Assert.Equal((HttpStatusCode.OK, "degraded"), (status, said.GetProperty("status").GetString()));
        Assert.Equal("degraded", said.GetProperty("checks").GetProperty("network").GetString());
    }

    [Fact]
    public async Task Node_that_is_about_to_end_says_so_while_it_still_answers()
    {
        Assert.Equal(HttpStatusCode.OK, (await ReadyAsync(_server.Client)).Status);
        Get<IHostApplicationLifetime>().StopApplication();
        var (status, said) = await ReadyAsync(_server.Client);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stopping"), (status, said.GetProperty("status").GetString()));
        Assert.Equal("live", await _server.Client.GetStringAsync(new Uri("/healthz/live", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Boards_that_stay_behind_are_not_fresh()
    {
        var (time, head) = (new TestTime(), Get<BoardStore>().Current.Seq);
        var state = new FollowerState(ActivatorUtilities.CreateInstance<LedgerFollower>(_server.Services), Get<BoardStore>(), time);
        Assert.True(state.IsFresh(state.Read(head + 2)));
        time.Advance(TimeSpan.FromSeconds(20));
        var facts = state.Read(head + 2);
        Assert.Equal((2, TimeSpan.FromSeconds(20)), (facts.Entries, facts.Behind));
        Assert.False(state.IsFresh(facts));
        Assert.True(state.IsFresh(state.Read(head)));
        time.Advance(TimeSpan.FromMinutes(1));
        // Nothing is missing, as far as a follower knows that does not look any more.
        Assert.False(state.IsFresh(state.Read(head)));
    }

    [Fact(Timeout = 120_000)]
    public async Task Job_that_nobody_begins_is_stuck_and_one_that_ran_says_when()
    {
        await using var working = new RunningServer { Configure = b => b.Configuration["Jobs:Enabled"] = "true" };
        await working.InitializeAsync();
        var reading = working.Services.GetRequiredService<ScheduleReading>();
        var view = await reading.ReadAsync(TestContext.Current.CancellationToken);
        // Each begins once by itself, and ends.
        for (; view.Jobs.Any(j => j.RunHere?.Took is null); view = await reading.ReadAsync(TestContext.Current.CancellationToken)) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(ScheduleState.Running, view.State);
        Assert.Contains(view.Jobs, j => j.Key == PruneJob.Key && j is { RunHere: { Trouble: null }, Stuck: false, Last: not null, Next: not null });
        Assert.Contains(view.Jobs, j => j.Key.StartsWith("probe lien-thong ", StringComparison.Ordinal));
        Assert.True(Assert.Single(view.Nodes).IsThis);
        // Hours later, were nothing to happen until then; a run that has just ended is put away a moment after it was told.
        var later = new ScheduleReading(working.Services, working.Services.GetRequiredService<JobRuns>(), working.Services.GetRequiredService<SweepStates>(), new Later());
        while (!(await later.ReadAsync(TestContext.Current.CancellationToken)).Jobs.All(j => j.Stuck)) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private T Get<T>() where T : notnull => _server.Services.GetRequiredService<T>();

    private static async Task<(HttpStatusCode Status, JsonElement Said)> ReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await RunningServer.JsonAsync(answer));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_server.Folder, "rollout.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(4);
    }
}
