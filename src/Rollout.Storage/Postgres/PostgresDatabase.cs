using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Postgres;

/// <summary>
/// A PostgreSQL server that several nodes share. What SQLite's one writer does by itself, an advisory lock does here: whatever is decided by
/// what was read waits its turn, so that sequence order is commit order.
/// </summary>
public sealed class PostgresDatabase : RolloutDatabase, IDisposable
{
    /// <summary>The last migration, by name: looking for it among the types would load EF at every start.</summary>
    internal const string LastMigration = "20261122021218_ProgrammeVersions";

    /// <summary>Whom an entry is told to.</summary>
    internal const string Channel = "rollout_ledger";

    private readonly NpgsqlDataSource _source;
    private readonly string _connectionString;

    // An object, since a field of its own type would load EF with this class.
    private object? _context;

    /// <summary>Makes the data folder when it is missing; connects to nothing yet.</summary>
    public PostgresDatabase(StorageOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        _connectionString = Complete(options);
        _source = NpgsqlDataSource.Create(_connectionString);
    }

    /// <inheritdoc/>
    public override StorageProvider Provider => StorageProvider.Postgres;

    /// <inheritdoc/>
    public override RolloutDb Open() => new PostgresDb((DbContextOptions<PostgresDb>)(_context ??= new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(_source).Options));

    /// <inheritdoc/>
    public override DbConnection Connect() => _source.OpenConnection();

    /// <inheritdoc/>
    public override DbTransaction Write(DbConnection connection, WriteQueue queue = WriteQueue.Truth)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = Lock(queue);
            command.ExecuteNonQuery();
            return transaction;
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IDbContextTransaction Write(RolloutDb db)
    {
        var transaction = db.Database.BeginTransaction();
        db.Database.ExecuteSqlRaw(Lock(WriteQueue.Truth));
        return transaction;
    }

    /// <inheritdoc/>
    public override DbTransaction Snapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    /// <inheritdoc/>
    public override string Version()
    {
        using var connection = Connect();
        return $"PostgreSQL {connection.ServerVersion}";
    }

    /// <inheritdoc/>
    public override void Migrate()
    {
        using var connection = Connect();
        if (LastApplied(connection) == LastMigration) return;
        // Nodes that start together on an empty server: one migrates, the others wait and find it done.
        using var command = connection.CreateCommand();
        command.CommandText = "SET lock_timeout = 0; SET statement_timeout = 0; SELECT pg_advisory_lock(0, 7)";
        command.ExecuteNonQuery();
        try
        {
            if (LastApplied(connection) != LastMigration) MigrateByEf();
        }
        finally
        {
            command.CommandText = "SELECT pg_advisory_unlock(0, 7); RESET lock_timeout; RESET statement_timeout";
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public override Refusal? Refuse(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new(RefusalKind.Unavailable, Message.Of("storage.full")),
        PostgresException
        {
            SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.TooManyConnections
        } => new(RefusalKind.Unavailable, Message.Of("storage.locked")),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.IoError or PostgresErrorCodes.OutOfMemory } =>
            new(RefusalKind.Unavailable, Message.Of("storage.unwritable", failure.Message)),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or "25P03" or "57P05" } =>
            new(RefusalKind.Unavailable, Message.Of("storage.unreachable")),
        PostgresException { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire } =>
            new(RefusalKind.Rule, Message.Of("storage.character")),
        PostgresException => null,
        NpgsqlException => new(RefusalKind.Unavailable, Message.Of("storage.unreachable")),
        _ => null,
    };

    /// <summary>Closes the connections that are kept.</summary>
    public void Dispose() => _source.Dispose();

    internal override bool IsTwice(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    internal override bool Knows(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CASE WHEN to_regclass(quote_ident(@table)) IS NULL THEN 0 ELSE 1 END";
        command.Set("@table", table);
        return command.Whole() == 1;
    }

    internal override IDatabaseWatch Watch(TimeProvider time) => new PostgresWatch(_source);

    internal override void Append(DbCommand command, IReadOnlyList<string> columns, IReadOnlyList<object?[]> entries)
    {
        command.CommandText = "SELECT ledger_append(@head, CAST(@entries AS json))";
        command.Set("@head", (long)entries[0][0]! - 1);
        command.Set("@entries", JsonSerializer.Serialize(entries.Select(e => columns.Zip(e).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))));
        command.ExecuteNonQuery();
    }

    internal override string Texts(string parameter) => $"json_array_elements_text(CAST({parameter} AS json))";

    internal override string Numbers(string parameter) => $"(SELECT CAST(value AS bigint) AS value FROM json_array_elements_text(CAST({parameter} AS json)))";

    internal override string Greater(string one, string other) => $"greatest({one}, {other})";

    internal override string Holds(string text, string part) => $"strpos({text}, {part}) > 0";

    internal override string Unindexed(string column) => column;

    internal override string Walked(string table) => table;

    internal override string By(string table, string index) => table;

    internal override string WrittenOrder(string table) => $"{table}.written";

    private static string Lock(WriteQueue queue) => $"SELECT pg_advisory_xact_lock(0, {((int)queue).ToString(CultureInfo.InvariantCulture)})";

    /// <summary>
    /// What the operator did not say: nobody waits longer for another's write than the settings allow, and a node that fell off the network in
    /// the middle of a write loses its turn, so that the others go on.
    /// </summary>
    private static string Complete(StorageOptions options)
    {
        var said = new NpgsqlConnectionStringBuilder(options.Connection);
        // ContainsKey says yes to every word that Npgsql knows, said or not.
        var wait = (int)options.BusyTimeout.TotalMilliseconds;
        if (!said.ShouldSerialize("Timeout")) said.Timeout = 5;
        // A network that swallows everything is waited for twice: for the answer, and for that of the call to cancel it.
        if (!said.ShouldSerialize("Command Timeout")) said.CommandTimeout = 15;
        if (!said.ShouldSerialize("Keepalive")) said.KeepAlive = 5;
        if (!said.ShouldSerialize("Application Name")) said.ApplicationName = "rollout";
        if (!said.ShouldSerialize("Maximum Pool Size")) said.MaxPoolSize = 50;
        said.Options = $"{said.Options} -c lock_timeout={wait} -c idle_in_transaction_session_timeout=15000 -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3".Trim();
        return said.ConnectionString;
    }

    // Apart and not inlined: a method that names EF's types loads EF, whether it comes to them or not.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MigrateByEf()
    {
        using var db = Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        db.Database.Migrate();
    }

    private string? LastApplied(DbConnection connection)
    {
        if (!Knows(connection, "__EFMigrationsHistory")) return null;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT max(\"MigrationId\" COLLATE \"C\") FROM \"__EFMigrationsHistory\"";
        return command.ExecuteScalar() as string;
    }
}
