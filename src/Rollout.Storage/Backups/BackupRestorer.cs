using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Backups;

/// <summary>
/// Brings a backup back into an empty place: its own hashes first, then its ledger, publications and notes, then the files, and the database
/// last and as a whole. What came is compared with what was taken.
/// </summary>
public sealed class BackupRestorer(StorageOptions options, string dumpProgram)
{
    private const string Scratch = ".restoring";

    /// <summary>Restores a backup.</summary>
    public async Task<RestoreOutcome> RunAsync(string backup, CancellationToken ct)
    {
        var (manifest, why) = ManifestFile.Read(backup);
        if (manifest is null) return new(null, why);
        if (manifest.Provider != options.Provider) return new(null, Message.Of("restore.otherEngine", $"{manifest.Provider}", $"{options.Provider}"));
        if (await BackupCheck.BrokenPartAsync(backup, manifest.Parts, ct) is { } broken) return new(null, broken);
        var copier = DatabaseCopiers.Of(options, dumpProgram);
        if (string.CompareOrdinal(manifest.LastMigration, copier.LastMigration) > 0) return new(null, Message.Of("backup.newer", manifest.Program));
        if (copier.IsThere()) return new(null, Message.Of("restore.notEmpty", options.Provider == StorageProvider.Sqlite ? options.DatabasePath : $"{options.Provider}"));
        var scratch = Path.Combine(options.Folder, Scratch);
        try
        {
            // What an earlier restore left that was stopped.
            if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
            Directory.CreateDirectory(scratch);
            why = await BringAsync(copier, backup, scratch, manifest, ct) ?? OtherThanTaken(manifest, ct);
            return why is null ? new(manifest, null) : new(null, why);
        }
        finally
        {
            if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<Message?> BringAsync(IDatabaseCopier copier, string backup, string scratch, BackupManifest manifest, CancellationToken ct)
    {
        var (copy, unreadable) = await copier.UnpackAsync(backup, scratch, manifest.Tables, ct);
        if (copy is null) return unreadable;
        try
        {
            if (await BackupCheck.BrokenAsync(copy, backup, (manifest.LedgerSeq, manifest.LedgerHash), ct) is { } broken) return broken;
        }
        finally
        {
            copier.Close(copy, scratch);
        }
        // The files before the database that names them.
        foreach (var part in manifest.Parts.Where(p => p.Path != copier.FileName))
            if (await BringAsync(part, backup, scratch, ct) is { } why) return why;
        return await copier.PutBackAsync(backup, scratch, ct);
    }

    private async Task<Message?> BringAsync(BackupPart part, string backup, string scratch, CancellationToken ct)
    {
        const string arriving = "arriving";
        await FileCopies.CopyAsync(Path.Combine(backup, part.Path), Path.Combine(scratch, arriving), ct);
        if ((await FileCopies.ReadAsync(scratch, arriving, ct))?.Sha256 != part.Sha256) return Message.Of("backup.damaged", part.Path);
        var place = Path.Combine(options.Folder, part.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(Path.Combine(scratch, arriving), place, overwrite: true);
        return null;
    }

    private Message? OtherThanTaken(BackupManifest manifest, CancellationToken ct)
    {
        var database = StorageServices.Database(options);
        try
        {
            return BackupCheck.OtherTable(database, manifest.Tables, ct);
        }
        finally
        {
            (database as IDisposable)?.Dispose();
        }
    }
}
