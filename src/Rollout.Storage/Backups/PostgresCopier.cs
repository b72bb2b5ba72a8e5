using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Rollout.Core.Wording;
using Rollout.Storage.Database;
using Rollout.Storage.Postgres;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Backups;

/// <summary>The server's database by <c>pg_dump</c> in its custom format, back by <c>pg_restore</c>. The dump and what we say of it are of one exported state.</summary>
internal sealed class PostgresCopier(StorageOptions options, string dumpProgram) : IDatabaseCopier
{
    private const string Unpacked = "unpacked";
    private readonly PostgresClient _client = new(options.Connection, dumpProgram);

    /// <inheritdoc/>
    public string FileName => "rollout.dump";

    /// <inheritdoc/>
    public string LastMigration => PostgresDatabase.LastMigration;

    /// <summary>Any table at all, ours or not, is one too many for who wants to restore.</summary>
    public bool IsThere()
    {
        using var database = new PostgresDatabase(options);
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";
        return command.Whole() > 0;
    }

    /// <inheritdoc/>
    public async Task<(SnapshotFacts? Facts, Message? Why)> TakeAsync(string folder, CancellationToken ct)
    {
        using var database = new PostgresDatabase(options);
        await using var connection = database.Connect();
        await using var transaction = database.Snapshot(connection);
        await using var command = connection.CreateCommand();
        // It waits for the dump, however long that takes.
        command.CommandText = "SET LOCAL idle_in_transaction_session_timeout = 0; SELECT pg_export_snapshot()";
        var snapshot = (string)(await command.ExecuteScalarAsync(ct))!;
        if (!database.Knows(connection, "ledger")) return (null, Message.Of("backup.noDatabase", _client.Database));
        if (await _client.DumpAsync(Path.Combine(folder, FileName), snapshot, ct) is { } why) return (null, why);
        return (SnapshotFacts.Read(database, connection, transaction, ct), null);
    }

    /// <inheritdoc/>
    public async Task<(RolloutDatabase? Copy, Message? Why)> UnpackAsync(string backup, string scratch, ImmutableArray<TableState> tables, CancellationToken ct)
    {
        var copy = new SqliteDatabase(new(Path.Combine(scratch, Unpacked)));
        copy.Migrate();
        var why = await FillAsync(copy, Path.Combine(backup, FileName), tables, ct);
        if (why is null) return (copy, null);
        Close(copy, scratch);
        return (null, why);
    }

    /// <inheritdoc/>
    public void Close(RolloutDatabase copy, string scratch)
    {
        using (var connection = (SqliteConnection)copy.Connect()) SqliteConnection.ClearPool(connection);
        Directory.Delete(Path.Combine(scratch, Unpacked), recursive: true);
    }

    /// <inheritdoc/>
    public Task<Message?> PutBackAsync(string backup, string scratch, CancellationToken ct) => _client.RestoreAsync(Path.Combine(backup, FileName), ct);

    private async Task<Message?> FillAsync(SqliteDatabase copy, string dump, ImmutableArray<TableState> tables, CancellationToken ct)
    {
        await using var connection = (SqliteConnection)copy.Connect();
        // Rows of a dump come in no order that is promised; the chain is walked afterwards.
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA synchronous=OFF; DROP TRIGGER ledger_chain; DROP TRIGGER publication_events_chain";
            command.ExecuteNonQuery();
        }
        await using var transaction = connection.BeginTransaction();
        var rows = new DumpedRows(connection);
        if (await _client.ReadAsync(dump, stream => rows.ReadAsync(stream, ct), ct) is { } why) return why;
        transaction.Commit();
        var other = tables.FirstOrDefault(t => t.Rows != rows.Counts.GetValueOrDefault(t.Table));
        return other is null ? null : Message.Of("backup.rows", other.Table);
    }
}
