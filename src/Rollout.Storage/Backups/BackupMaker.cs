using System.Collections.Immutable;
using System.Reflection;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Backups;

/// <summary>
/// Makes backups while everybody goes on writing: one state of the database, the files it names, and a manifest. It is looked at as a whole,
/// ledger, publications, notes and files, before it is called a backup.
/// </summary>
public sealed class BackupMaker(StorageOptions options, TimeProvider time)
{
    /// <summary>Makes one, and removes those that the wish no longer keeps.</summary>
    public async Task<BackupOutcome> MakeAsync(BackupWish wish, CancellationToken ct)
    {
        var at = time.GetUtcNow();
        var copier = DatabaseCopiers.Of(options, wish.DumpProgram);
        if (!copier.IsThere()) return BackupOutcome.No(Message.Of("backup.noDatabase", options.Provider == StorageProvider.Sqlite ? options.DatabasePath : $"{options.Provider}"));
        var shelf = new BackupShelf(wish.Folder);
        using var hold = shelf.Hold();
        if (hold is null) return BackupOutcome.No(Message.Of("backup.busy", wish.Folder));
        var outcome = BackupOutcome.No(Message.Of("backup.failed"));
        try
        {
            outcome = await MakeAsync(shelf, copier, wish, at, ct);
            return outcome;
        }
        finally
        {
            shelf.Tell(new(at, Path.GetFileName(outcome.Path), outcome.Manifest?.Bytes ?? 0, outcome.Why?.Code));
        }
    }

    private async Task<BackupOutcome> MakeAsync(BackupShelf shelf, IDatabaseCopier copier, BackupWish wish, DateTimeOffset at, CancellationToken ct)
    {
        var place = shelf.Begin();
        try
        {
            var (manifest, why) = await FillAsync(copier, place, wish, at, ct);
            if (manifest is null) return BackupOutcome.No(why!);
            ManifestFile.Write(place, manifest);
            var path = shelf.Finish(place, at);
            return new(path, manifest, wish.Keep is { } rule ? shelf.Prune(rule) : 0, null);
        }
        finally
        {
            if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
        }
    }

    private async Task<(BackupManifest? Manifest, Message? Why)> FillAsync(IDatabaseCopier copier, string place, BackupWish wish, DateTimeOffset at, CancellationToken ct)
    {
        var (facts, why) = await TakeAsync(copier, place, ct);
        if (facts is null) return (null, why);
        foreach (var name in wish.Settings) await FileCopies.CopyAsync(Path.Combine(options.Folder, name), Path.Combine(place, name), ct);
        var (copy, unreadable) = await copier.UnpackAsync(place, place, facts.Tables, ct);
        if (copy is null) return (null, unreadable);
        try
        {
            if (await BackupCheck.BrokenAsync(copy, place, facts.Head, ct) is { } broken) return (null, broken);
        }
        finally
        {
            copier.Close(copy, place);
        }
        return (new()
        {
            Form = BackupManifest.Current,
            Program = typeof(BackupMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Provider = options.Provider,
            Engine = facts.Engine,
            TakenAt = at,
            LastMigration = facts.LastMigration,
            LedgerSeq = facts.Head.Seq,
            LedgerHash = facts.Head.Hash,
            PublicationSeq = facts.PublicationSeq,
            Tables = facts.Tables,
            Parts = await PartsAsync(place, ct),
        }, null);
    }

    /// <summary>
    /// The database, then the files it names. One that is gone by then was taken away in between: taken once more, the database no longer names
    /// it. Otherwise it is missing here, too, and somebody must know.
    /// </summary>
    private async Task<(SnapshotFacts? Facts, Message? Why)> TakeAsync(IDatabaseCopier copier, string place, CancellationToken ct)
    {
        for (var again = false; ; again = true)
        {
            if (again) Directory.Delete(place, recursive: true);
            Directory.CreateDirectory(place);
            var (facts, why) = await copier.TakeAsync(place, ct);
            if (facts is null) return (null, why);
            if (await MissingAsync(facts, place, ct) is not { } missing) return (facts, null);
            if (again || missing.Code != "backup.fileMissing") return (null, missing);
        }
    }

    private async Task<Message?> MissingAsync(SnapshotFacts facts, string place, CancellationToken ct)
    {
        foreach (var hash in facts.Files)
        {
            var path = FileCopies.PathOf(hash);
            if (!await FileCopies.CopyAsync(Path.Combine(options.Folder, path), Path.Combine(place, path), ct)) return Message.Of("backup.fileMissing", hash);
            if ((await FileCopies.ReadAsync(place, path, ct))?.Sha256 != hash) return Message.Of("backup.fileDamaged", hash);
        }
        return null;
    }

    private static async Task<ImmutableArray<BackupPart>> PartsAsync(string place, CancellationToken ct)
    {
        var parts = ImmutableArray.CreateBuilder<BackupPart>();
        foreach (var path in Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            parts.Add((await FileCopies.ReadAsync(place, Path.GetRelativePath(place, path).Replace('\\', '/'), ct))!);
        return parts.ToImmutable();
    }
}
