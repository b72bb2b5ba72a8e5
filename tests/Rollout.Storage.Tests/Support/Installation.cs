using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;

namespace Rollout.Storage.Tests.Support;

/// <summary>
/// A data folder of its own, on PostgreSQL a database too; the processes that a test starts on it, and a way past them to what is stored. All
/// removed afterwards.
/// </summary>
internal sealed class Installation : IDisposable
{
    /// <summary>When every test begins: half past eight of the demo's first day.</summary>
    public static readonly DateTimeOffset Beginning = HanoiTime.StartOf(new(2024, 8, 1)).AddHours(8.5);

    private readonly Lazy<string> _connection;
    private readonly List<Store> _stores = [];

    public Installation() => _connection = new(() => Engine.IsPostgres ? Engine.NewDatabase() : $"Data Source={File};Pooling=False;Default Timeout=5");

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"rollout-storage-{Guid.NewGuid():N}");

    public string File => Path.Combine(Folder, "rollout.db");

    public TestTimeProvider Time { get; } = new(Beginning);

    public StorageOptions Options => Engine.IsPostgres
        ? new(Folder) { Provider = StorageProvider.Postgres, Connection = _connection.Value }
        : new(Folder);

    /// <summary>An opened process on it; several see each other only through what is stored.</summary>
    public Store Start(ProgrammeCatalog? catalog = null, TimeSpan? busyTimeout = null)
    {
        var options = busyTimeout is { } timeout ? Options with { BusyTimeout = timeout } : Options;
        var store = new Store(options, catalog ?? DataFiles.One, Time);
        _stores.Add(store);
        return store;
    }

    /// <summary>Another program's connection, in no pool.</summary>
    public DbConnection Connect()
    {
        DbConnection connection = Engine.IsPostgres ? new NpgsqlConnection(_connection.Value + ";Pooling=false") : new SqliteConnection(_connection.Value);
        connection.Open();
        return connection;
    }

    /// <summary>Another program in the middle of a write.</summary>
    public IDisposable Lock() => new Locked(Connect(), Options);

    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = Engine.Said(sql);
        command.ExecuteNonQuery();
    }

    public T Scalar<T>(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Makes the database refuse rows.</summary>
    /// <param name="moment">Such as BEFORE INSERT.</param>
    /// <param name="table">Of which table.</param>
    /// <param name="when">Which rows, by NEW; null for every row.</param>
    public void Fail(string moment, string table, string? when = null) => Execute(Engine.IsPostgres
        ? $"""
           CREATE OR REPLACE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
           CREATE TRIGGER fails {moment} ON {table} FOR EACH ROW {(when is null ? "" : $"WHEN ({when})")} EXECUTE FUNCTION fails()
           """
        : $"CREATE TRIGGER fails {moment} ON {table} {(when is null ? "" : $"WHEN {when}")} BEGIN SELECT RAISE(ABORT, 'no'); END");

    /// <summary>Takes the rows again.</summary>
    public void FailNoMore(string table) => Execute(Engine.IsPostgres ? $"DROP TRIGGER fails ON {table}" : "DROP TRIGGER fails");

    /// <summary>Changes the ledger as only somebody with the database in hands can: the triggers taken away and put back.</summary>
    public void Tamper(string sql)
    {
        if (Engine.IsPostgres)
        {
            Execute($"BEGIN; ALTER TABLE ledger DISABLE TRIGGER USER; {sql}; ALTER TABLE ledger ENABLE TRIGGER USER; COMMIT");
            return;
        }
        var (no, name) = sql.StartsWith("UPDATE", StringComparison.Ordinal) ? ("UPDATE", "ledger_no_update") : ("DELETE", "ledger_no_delete");
        Execute($"""
            DROP TRIGGER {name}; {sql};
            CREATE TRIGGER {name} BEFORE {no} ON ledger BEGIN SELECT RAISE(ABORT, 'ledger'); END;
            """);
    }

    public void Dispose()
    {
        foreach (var store in _stores) store.Dispose();
        if (Engine.IsPostgres && _connection.IsValueCreated) Engine.Drop(_connection.Value);
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private sealed class Locked : IDisposable
    {
        private readonly DbConnection _connection;
        private readonly DbTransaction _transaction;
        private readonly RolloutDatabase _database;

        public Locked(DbConnection connection, StorageOptions options)
        {
            (_connection, _database) = (connection, StorageServices.Database(options));
            _transaction = _database.Write(connection);
        }

        public void Dispose()
        {
            _transaction.Dispose();
            _connection.Dispose();
            (_database as IDisposable)?.Dispose();
        }
    }
}
