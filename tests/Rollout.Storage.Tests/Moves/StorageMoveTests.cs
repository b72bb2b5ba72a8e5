using Npgsql;
using Rollout.Storage.Database;
using Rollout.Storage.Moves;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Tables;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Moves;

/// <summary>From a SQLite file to a PostgreSQL server: everything or nothing.</summary>
[Trait("engine", "postgres")]
public sealed class StorageMoveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-move-").FullName;
    private readonly string _target = Engine.EmptyDatabase();
    private readonly TestTimeProvider _time = new(Installation.Beginning);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private StorageOptions Source => new(_folder);

    private StorageOptions Target => new(_folder) { Provider = StorageProvider.Postgres, Connection = _target };

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Engine.Drop(_target);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_table_of_the_model_is_moved_row_by_row()
    {
        await FillAsync();
        var moved = await MoveAsync();

        Assert.Null(moved.Why);
        using var to = new Storage.Postgres.PostgresDatabase(Target);
        using (var db = to.Open())
            Assert.Equal(Names(db), moved.Tables.Select(t => t.Table).Order(StringComparer.Ordinal));
        // Every table has something, so that one that is not copied would show.
        Assert.All(moved.Tables, t => Assert.True(t.Rows > 0, t.Table));
        Assert.Equal(States(new SqliteDatabase(Source)), States(to));
        Assert.Equal(States(to), moved.Tables.OrderBy(t => t.Table, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Moved_installation_goes_on_where_it_stopped()
    {
        var ledger = await FillAsync();
        Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "keys", "key-1.xml"), "<key id=\"1\"/>", Token);
        Execute(Source, "UPDATE sqlite_sequence SET seq = 500 WHERE name = 'api_keys'");

        var moved = await MoveAsync();

        Assert.Null(moved.Why);
        Assert.Equal((ledger[^1].Seq, ledger[^1].Hash, 1), (moved.LedgerSeq, moved.LedgerHash, moved.Keys));
        using var store = new Store(Target, DataFiles.One, _time);
        Assert.Equal(ledger, store.Ledger());
        Assert.Equal(["z.pdf", "a.png"], store.Files.Of([moved.LedgerSeq]).Single().Value.Select(f => f.Name));
        Assert.Equal((4, 1, null), await store.PublicationCheck.RunAsync(Token));
        await store.WriteAsync(Wish.Start("02", "2.1", "sau khi chuyển"));
        Assert.Equal((moved.LedgerSeq + 1, null), store.Chain.Run(Token));
        store.ApiKeys.Create("sau", "reader", "thử");
        Assert.Equal(501L, Scalar("SELECT max(id) FROM api_keys"));
        Assert.Equal("<key id=\"1\"/>", Scalar("SELECT xml FROM protection_keys WHERE name = 'key-1'"));
    }

    [Fact]
    public async Task Target_that_holds_anything_is_refused()
    {
        await FillAsync();
        using (var to = new Storage.Postgres.PostgresDatabase(Target)) to.Migrate();
        ExecuteAtTarget("INSERT INTO first_passes (target_id, probe, at) VALUES (1, 'x', 1)");
        var why = (await MoveAsync()).Why;
        Assert.Equal(("move.notEmpty", "first_passes"), (why?.Code, why?.Arguments[0]));
        Assert.Equal(0L, Scalar("SELECT count(*) FROM ledger"));
    }

    [Fact]
    public async Task Source_that_a_server_has_open_is_refused_idle_or_not()
    {
        await FillAsync();
        using (new SqliteDatabase(Source).Connect()) Assert.Equal("move.inUse", (await MoveAsync()).Why?.Code);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Null((await MoveAsync()).Why);
    }

    [Fact]
    public async Task Nobody_writes_to_the_source_while_it_is_moved()
    {
        await FillAsync();
        var from = new SqliteDatabase(Source with { BusyTimeout = TimeSpan.FromMilliseconds(1) });
        using (SqliteAlone.Take(from))
        {
            using var other = from.Connect();
            Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => from.Write(other));
        }
    }

    [Theory]
    [InlineData("ledger", "UPDATE ledger SET at = at + 1 WHERE seq = 3", "backup.ledgerBroken")]
    [InlineData("publication_events", "UPDATE publication_events SET at = at + 1 WHERE seq = 2", "backup.publicationsBroken")]
    public async Task Broken_source_is_refused(string table, string change, string code)
    {
        await FillAsync();
        Execute(Source, $"DROP TRIGGER {table}_no_update; {change}");
        Assert.Equal(code, (await MoveAsync()).Why?.Code);
    }

    [Fact]
    public async Task What_cannot_be_moved_to_its_end_leaves_nothing_behind()
    {
        await FillAsync();
        using (var to = new Storage.Postgres.PostgresDatabase(Target)) to.Migrate();
        // The last table but the first to fail.
        var last = TableShapes.Of(new SqliteDatabase(Source))[^1].Table;
        ExecuteAtTarget($"CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER fails BEFORE INSERT ON {last} FOR EACH ROW EXECUTE FUNCTION fails()");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await Assert.ThrowsAsync<PostgresException>(MoveAsync);
        using (var to = new Storage.Postgres.PostgresDatabase(Target)) Assert.All(States(to), t => Assert.Equal(0, t.Rows));

        ExecuteAtTarget($"DROP TRIGGER fails ON {last}");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Assert.Null((await MoveAsync()).Why);
    }

    [Fact]
    public async Task Without_a_server_in_the_settings_there_is_no_target()
    {
        Assert.Equal("move.target", (await new StorageMove(Source).RunAsync(Token)).Why?.Code);
        Assert.Equal("backup.noDatabase", (await MoveAsync()).Why?.Code);
    }

    private Task<MoveOutcome> MoveAsync() => new StorageMove(Target).RunAsync(Token);

    private async Task<IReadOnlyList<Core.Ledger.LedgerEntry>> FillAsync()
    {
        using var store = new Store(Source, DataFiles.One, _time);
        await FullHouse.LiveAsync(store);
        FullHouse.FillTheRest(store.Database);
        var ledger = store.Ledger();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return ledger;
    }

    private static IEnumerable<TableState> States(RolloutDatabase database)
    {
        using var connection = database.Connect();
        return [.. TableShapes.Of(database).Select(s => TableRows.State(database, connection, s, Token)).OrderBy(t => t.Table, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Names(RolloutDb db) =>
        db.Model.GetEntityTypes().Select(e => (string)e.FindAnnotation("Relational:TableName")!.Value!).Order(StringComparer.Ordinal);

    private static void Execute(StorageOptions options, string sql)
    {
        using var connection = new SqliteDatabase(options).Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private void ExecuteAtTarget(string sql) => Scalar(sql);

    private object? Scalar(string sql)
    {
        using var connection = new NpgsqlConnection(_target + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
