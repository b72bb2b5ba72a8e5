using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Postgres;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Postgres;

/// <summary>What is PostgreSQL's own: its schema, its refusals, and that it tells those who follow.</summary>
[Trait("engine", "postgres")]
public sealed class PostgresDatabaseTests : IDisposable
{
    private readonly Installation _here = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Empty_database_gets_the_newest_schema_and_opening_again_does_not_wake_ef()
    {
        var store = _here.Start();

        using var db = store.Database.Open();
        Assert.Empty(db.Database.GetPendingMigrations());
        Assert.Equal(PostgresDatabase.LastMigration, db.Database.GetMigrations().Max(StringComparer.Ordinal));
        Assert.False(db.Database.HasPendingModelChanges());
        _here.Execute("UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = \"MigrationId\" || 'x'");
        Assert.ThrowsAny<Exception>(() => _here.Start());
    }

    [Fact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_all_open_it()
    {
        var empty = Engine.EmptyDatabase();
        using var start = new Barrier(3);
        var options = new StorageOptions(_here.Folder) { Provider = StorageProvider.Postgres, Connection = empty };

        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Token);
                return new Store(options, DataFiles.One, _here.Time);
            },
            Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        for (var i = 0; i < stores.Length; i++) await stores[i].WriteAsync(Wish.Start("01", $"1.{i + 1}"));
        Assert.Equal((3, null), stores[0].Chain.Run(Token));
        foreach (var store in stores) store.Dispose();
        Engine.Drop(empty);
    }

    [Theory]
    [InlineData("TRUNCATE ledger")]
    [InlineData("UPDATE ledger SET actor_name = 'ai' WHERE seq = 1")]
    [InlineData("DELETE FROM ledger")]
    [InlineData("INSERT INTO ledger SELECT seq + 5, at, recorded_at, programme, participant, phase, step, kind, fields, actor_kind, actor_name, actor_agency, actor_participant, actor_office, note_hash, hash, hash FROM ledger")]
    [InlineData("SELECT ledger_append(0, '[]')")]
    public async Task Ledger_is_not_changed_past_its_rules(string sql)
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));

        Assert.Throws<PostgresException>(() => _here.Execute(sql));

        Assert.Equal((1, null), store.Chain.Run(Token));
    }

    [Fact]
    public async Task Null_character_is_refused_and_nothing_is_written()
    {
        var store = _here.Start();

        var refused = await store.RecordAsync(Wish.Start("01", "1.1", "nửa\0sau"));

        Assert.Equal(new Refusal(RefusalKind.Rule, Message.Of("storage.character")), refused.Refusal);
        Assert.Empty(store.Ledger());
        await store.WriteAsync(Wish.Start("01", "1.1", "nửa sau"));
    }

    [Fact]
    public async Task Connections_that_the_server_ended_are_made_anew()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));
        _here.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await store.WriteAsync(Wish.Start("01", "1.2"));

        Assert.Equal((2, null), store.Chain.Run(Token));
    }

    /// <summary>A node that only follows writes nothing that would find out.</summary>
    [Fact]
    public async Task Follower_whose_connection_the_server_ended_follows_again()
    {
        var (one, two) = (_here.Start(), _here.Start());
        await one.WriteAsync(Wish.Start("01", "1.1"));
        await two.CatchUpAsync();
        _here.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await Assert.ThrowsAnyAsync<DbException>(two.CatchUpAsync);
        await one.WriteAsync(Wish.Start("01", "1.2"));
        await two.CatchUpAsync();

        Assert.Equal(2, two.Boards.Current.Seq);
    }

    [Fact]
    public async Task Server_that_is_not_there_is_a_refusal()
    {
        await using var nobody = new NpgsqlConnection("Host=127.0.0.1;Port=1;Username=app;Timeout=2;Pooling=false");
        var failure = await Assert.ThrowsAnyAsync<DbException>(() => nobody.OpenAsync(Token));

        Assert.Equal("storage.unreachable", _here.Start().Database.Refuse(failure)?.Message.Code);
    }

    [Fact]
    public async Task Entry_of_one_node_wakes_the_follower_of_another()
    {
        var (one, two) = (_here.Start(), _here.Start());
        var log = new LogBook<LedgerFollower>();
        await using var following = await two.FollowAsync(log);
        using var first = new ChangeWatch(two.Boards);
        await one.WriteAsync(Wish.Start("01", "1.1"));
        await first.Came;
        using var second = new ChangeWatch(two.Boards);
        await one.WriteAsync(Wish.Start("01", "1.2"));

        Assert.Equal("1.2", Assert.Single((await second.Came).Entries).Step);
    }
}
