using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Rollout.Core.Wording;
using Rollout.Storage.Database;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Backups;

/// <summary>The file by SQLite's online backup: one state, however many write meanwhile.</summary>
internal sealed class SqliteCopier(StorageOptions options) : IDatabaseCopier
{
    /// <inheritdoc/>
    public string FileName => Path.GetFileName(options.DatabasePath);

    /// <inheritdoc/>
    public string LastMigration => SqliteDatabase.LastMigration;

    /// <inheritdoc/>
    public bool IsThere() => File.Exists(options.DatabasePath);

    /// <inheritdoc/>
    public Task<(SnapshotFacts? Facts, Message? Why)> TakeAsync(string folder, CancellationToken ct)
    {
        using (var source = (SqliteConnection)new SqliteDatabase(options).Connect())
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, FileName), Pooling = false }.ToString()))
        {
            copy.Open();
            source.BackupDatabase(copy);
        }
        var database = new SqliteDatabase(new(folder));
        try
        {
            using var connection = database.Connect();
            using var transaction = database.Snapshot(connection);
            return Task.FromResult<(SnapshotFacts?, Message?)>((SnapshotFacts.Read(database, connection, transaction, ct), null));
        }
        finally
        {
            Close(database, folder);
        }
    }

    /// <inheritdoc/>
    public async Task<(RolloutDatabase? Copy, Message? Why)> UnpackAsync(string backup, string scratch, ImmutableArray<TableState> tables, CancellationToken ct)
    {
        if (scratch != backup) await FileCopies.CopyAsync(Path.Combine(backup, FileName), Path.Combine(scratch, FileName), ct);
        return (new SqliteDatabase(new(scratch)), null);
    }

    /// <inheritdoc/>
    public void Close(RolloutDatabase copy, string scratch)
    {
        // The last connection takes the write-ahead log with it.
        using var connection = (SqliteConnection)copy.Connect();
        SqliteConnection.ClearPool(connection);
    }

    /// <inheritdoc/>
    public Task<Message?> PutBackAsync(string backup, string scratch, CancellationToken ct)
    {
        File.Move(Path.Combine(scratch, FileName), options.DatabasePath, overwrite: false);
        return Task.FromResult<Message?>(null);
    }
}
