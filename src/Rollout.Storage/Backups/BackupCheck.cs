using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Rollout.Core.Wording;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Publications;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Backups;

/// <summary>What must hold before something is called a backup, and before something restored is used.</summary>
internal static class BackupCheck
{
    /// <summary>The ledger, the publications with their files, the notes. What is broken, or null.</summary>
    /// <param name="database">The copy.</param>
    /// <param name="files">The folder above its files.</param>
    /// <param name="head">The ledger's last entry as it should be.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Message?> BrokenAsync(RolloutDatabase database, string files, (long Seq, string Hash) head, CancellationToken ct)
    {
        var (_, brokenAt) = new ChainCheck(database).Run(ct);
        if (brokenAt is { } seq) return Message.Of("backup.ledgerBroken", $"{seq}");
        await using (var connection = database.Connect())
        {
            if (LedgerTable.Head(connection) != head) return Message.Of("backup.ledgerBroken", $"{head.Seq}");
            if (BrokenNote(database, connection, ct) is { } note) return Message.Of("backup.noteBroken", note);
        }
        var (_, _, broken) = await new PublicationCheck(database, new(files)).RunAsync(ct);
        return broken is null ? null : Message.Of("backup.publicationsBroken", broken);
    }

    /// <summary>The first file of a backup that is missing or not what its manifest says, or null.</summary>
    public static async Task<Message?> BrokenPartAsync(string backup, ImmutableArray<BackupPart> parts, CancellationToken ct)
    {
        foreach (var part in parts)
        {
            if (await FileCopies.ReadAsync(backup, part.Path, ct) is not { } found) return Message.Of("backup.partMissing", part.Path);
            if (found != part) return Message.Of("backup.damaged", part.Path);
        }
        return null;
    }

    /// <summary>The first table that does not hold what it should, or null.</summary>
    public static Message? OtherTable(RolloutDatabase database, ImmutableArray<TableState> expected, CancellationToken ct)
    {
        using var connection = database.Connect();
        using var transaction = database.Snapshot(connection);
        var shapes = TableShapes.Of(database, connection).ToDictionary(s => s.Table, StringComparer.Ordinal);
        var other = expected.FirstOrDefault(t => !shapes.TryGetValue(t.Table, out var shape) || TableRows.State(database, connection, shape, ct) != t);
        return other is null ? null : Message.Of("backup.rows", other.Table);
    }

    private static string? BrokenNote(RolloutDatabase database, System.Data.Common.DbConnection connection, CancellationToken ct)
    {
        if (!database.Knows(connection, "contents")) return null;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash, text FROM contents WHERE text IS NOT NULL";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reader.GetString(1)))) != reader.GetString(0)) return reader.GetString(0);
        }
        return null;
    }
}
