using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Sqlite;

/// <summary>The SQLite file: opened with write-ahead log and full synchronisation, migrated when it is older than the program.</summary>
public sealed class SqliteDatabase : RolloutDatabase
{
    /// <summary>The last migration, by name: looking for it among the types would load EF at every start.</summary>
    internal const string LastMigration = "20261122021213_ProgrammeVersions";

    private const int UniqueViolation = 2067;

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

    /// <inheritdoc/>
    public override StorageProvider Provider => StorageProvider.Sqlite;

    /// <inheritdoc/>
    public override RolloutDb Open() =>
        new((DbContextOptions<RolloutDb>)(_context ??= new DbContextOptionsBuilder<RolloutDb>().UseSqlite(_connectionString).Options));

    /// <inheritdoc/>
    public override DbConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout={_busyMilliseconds};";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <inheritdoc/>
    public override DbTransaction Write(DbConnection connection, WriteQueue queue = WriteQueue.Truth) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <inheritdoc/>
    public override IDbContextTransaction Write(RolloutDb db) => db.Database.BeginTransaction();

    /// <inheritdoc/>
    public override DbTransaction Snapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <inheritdoc/>
    public override string Version()
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sqlite_version()";
        return $"SQLite {command.ExecuteScalar()}";
    }

    /// <summary>Brings the file up to the program. EF is only woken when something is missing: waking it costs more than all the rest of a start.</summary>
    public override void Migrate()
    {
        using (var connection = Connect())
            if (LastApplied(connection) == LastMigration) return;
        MigrateByEf();
    }

    /// <summary>Full (13), locked or busy (5, 6), read-only (8), unreadable (10, 11, 14, 26).</summary>
    public override Refusal? Refuse(DbException failure) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        13 => new(RefusalKind.Unavailable, Message.Of("storage.full")),
        5 or 6 => new(RefusalKind.Unavailable, Message.Of("storage.locked")),
        8 or 10 or 11 or 14 or 26 => new(RefusalKind.Unavailable, Message.Of("storage.unwritable", failure.Message)),
        _ => null,
    };

    internal override bool IsTwice(DbException failure) => failure is SqliteException { SqliteExtendedErrorCode: UniqueViolation };

    internal override bool Knows(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @table";
        command.Set("@table", table);
        return command.Whole() > 0;
    }

    internal override IDatabaseWatch Watch(TimeProvider time) => new SqliteWatch(Connect(), time);

    internal override void Append(DbCommand command, IReadOnlyList<string> columns, IReadOnlyList<object?[]> entries)
    {
        command.CommandText = $"INSERT INTO ledger ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
        foreach (var column in columns) command.Set("@" + column, null);
        foreach (var entry in entries)
        {
            for (var i = 0; i < entry.Length; i++) command.Parameters[i].Value = entry[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    internal override string Texts(string parameter) => $"json_each({parameter})";

    internal override string Numbers(string parameter) => $"json_each({parameter})";

    internal override string Greater(string one, string other) => $"max({one}, {other})";

    internal override string Holds(string text, string part) => $"instr({text}, {part}) > 0";

    internal override string Unindexed(string column) => $"+{column}";

    internal override string Walked(string table) => $"{table} NOT INDEXED";

    internal override string By(string table, string index) => $"{table} INDEXED BY {index}";

    internal override string WrittenOrder(string table) => $"{table}.rowid";

    // Apart and not inlined: a method that names EF's types loads EF, whether it comes to them or not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MigrateByEf()
    {
        using var db = Open();
        db.Database.Migrate();
    }

    private string? LastApplied(DbConnection connection)
    {
        if (!Knows(connection, "__EFMigrationsHistory")) return null;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
        return command.ExecuteScalar() as string;
    }
}
