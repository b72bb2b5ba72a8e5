using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rollout.Storage.Database;

namespace Rollout.Storage.Sqlite;

/// <summary>The SQLite file: opened with write-ahead log and full synchronisation, migrated when it is older than the program.</summary>
public sealed class SqliteDatabase
{
    /// <summary>The last migration, by name: looking for it among the types would load EF at every start.</summary>
    internal const string LastMigration = "20261121123828_Publications";

    private readonly int _busyMilliseconds;
    private readonly string _connectionString;

    // An object, since a field of its own type would load EF with this class.
    private object? _context;

    /// <summary>Makes the folder when it is missing; opens nothing yet.</summary>
    public SqliteDatabase(StorageOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        _busyMilliseconds = (int)options.BusyTimeout.TotalMilliseconds;
        // Whole seconds, and 0 would wait for ever.
        var timeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds));
        _connectionString = new SqliteConnectionStringBuilder { DataSource = options.DatabasePath, Pooling = true, DefaultTimeout = timeout }.ToString();
    }

    /// <summary>Options of the EF context.</summary>
    public DbContextOptions<RolloutDb> Context => (DbContextOptions<RolloutDb>)(_context ??= new DbContextOptionsBuilder<RolloutDb>().UseSqlite(_connectionString).Options);

    /// <summary>A context for what people touch now and then.</summary>
    public RolloutDb Open() => new(Context);

    /// <summary>An open connection for what is read and written all the time.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        Execute(connection, $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout={_busyMilliseconds};");
        return connection;
    }

    /// <summary>The version of SQLite in use.</summary>
    public string Version()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sqlite_version()";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Brings the file up to the program. EF is only woken when something is missing: waking it costs more than all the rest of a start.</summary>
    public void Migrate()
    {
        using (var connection = Connect())
            if (LastApplied(connection) == LastMigration) return;
        MigrateByEf();
    }

    /// <summary>Runs a statement without an answer.</summary>
    internal static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Apart and not inlined: a method that names EF's types loads EF, whether it comes to them or not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MigrateByEf()
    {
        using var db = Open();
        db.Database.Migrate();
    }

    private static string? LastApplied(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if ((long)command.ExecuteScalar()! == 0) return null;
        command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
        return command.ExecuteScalar() as string;
    }
}
