using Microsoft.Data.Sqlite;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;

namespace Rollout.Storage.Tests.Support;

/// <summary>A data folder of its own, the processes that a test starts on it, and a way past them to the file; all removed afterwards.</summary>
internal sealed class Installation : IDisposable
{
    /// <summary>When every test begins: half past eight of the demo's first day.</summary>
    public static readonly DateTimeOffset Beginning = HanoiTime.StartOf(new(2024, 8, 1)).AddHours(8.5);

    private readonly List<Store> _stores = [];

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"rollout-storage-{Guid.NewGuid():N}");

    public string File => Path.Combine(Folder, "rollout.db");

    public TestTimeProvider Time { get; } = new(Beginning);

    /// <summary>An opened process on the folder; several see each other only through the file.</summary>
    public Store Start(ProgrammeCatalog? catalog = null, TimeSpan? busyTimeout = null)
    {
        var store = new Store(Folder, catalog ?? DataFiles.One, Time, busyTimeout);
        _stores.Add(store);
        return store;
    }

    /// <summary>Another program's connection to the file, in no pool.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=5");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public T Scalar<T>(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Changes the ledger as only somebody with the file in hands can: the trigger taken away and put back.</summary>
    public void Tamper(string sql)
    {
        var (no, name) = sql.StartsWith("UPDATE", StringComparison.Ordinal) ? ("UPDATE", "ledger_no_update") : ("DELETE", "ledger_no_delete");
        Execute($"""
            DROP TRIGGER {name}; {sql};
            CREATE TRIGGER {name} BEFORE {no} ON ledger BEGIN SELECT RAISE(ABORT, 'ledger'); END;
            """);
    }

    public void Dispose()
    {
        foreach (var store in _stores) store.Dispose();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
