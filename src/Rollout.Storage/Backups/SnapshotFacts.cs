using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Publications;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Backups;

/// <summary>What one state of a database says of itself.</summary>
/// <param name="Engine">The engine and its version.</param>
/// <param name="LastMigration">The schema's last migration.</param>
/// <param name="Head">The ledger's last entry.</param>
/// <param name="PublicationSeq">The last event of publications.</param>
/// <param name="Tables">What each table holds.</param>
/// <param name="Files">Hashes of the files whose bytes must be there.</param>
internal sealed record SnapshotFacts(
    string Engine, string LastMigration, (long Seq, string Hash) Head, long PublicationSeq, ImmutableArray<TableState> Tables, ImmutableArray<string> Files)
{
    /// <summary>Reads them within a transaction that sees one state all the while.</summary>
    public static SnapshotFacts Read(RolloutDatabase database, DbConnection connection, DbTransaction transaction, CancellationToken ct)
    {
        var tables = TableShapes.Of(database, connection);
        return new(
            database.Version(), Migration(connection), LedgerTable.Head(connection, transaction), database.Knows(connection, "publication_events") ? PublicationTable.Head(connection, transaction).Seq : 0,
            [.. tables.Select(t => TableRows.State(database, connection, t, ct))], database.Knows(connection, "files") ? FilesOf(connection) : []);
    }

    private static string Migration(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        using var reader = command.ExecuteReader();
        var last = "";
        while (reader.Read())
            if (string.CompareOrdinal(reader.GetString(0), last) > 0) last = reader.GetString(0);
        return last;
    }

    private static ImmutableArray<string> FilesOf(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash FROM files WHERE removed_because IS NULL ORDER BY hash";
        using var reader = command.ExecuteReader();
        var hashes = ImmutableArray.CreateBuilder<string>();
        while (reader.Read()) hashes.Add(reader.GetString(0));
        return hashes.ToImmutable();
    }
}
