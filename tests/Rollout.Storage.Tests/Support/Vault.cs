using Rollout.Core.Retention;
using Rollout.Storage.Backups;
using Rollout.Storage.Database;

namespace Rollout.Storage.Tests.Support;

/// <summary>A folder for backups of a test, and empty places to restore them into.</summary>
internal sealed class Vault : IDisposable
{
    private readonly List<string> _databases = [];
    private readonly string _root = Directory.CreateTempSubdirectory("rollout-backup-").FullName;

    public string Folder => Path.Combine(_root, "backups");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<BackupOutcome> MakeAsync(Installation here, KeepRule? keep = null) =>
        new BackupMaker(here.Options, here.Time).MakeAsync(new(Folder, keep, ["trusted-roots.pem"], ""), Token);

    /// <summary>Makes one that must come to be.</summary>
    public async Task<string> TakeAsync(Installation here, KeepRule? keep = null)
    {
        var outcome = await MakeAsync(here, keep);
        Assert.Null(outcome.Why);
        return outcome.Path!;
    }

    /// <summary>A place with nothing in it.</summary>
    public StorageOptions Empty()
    {
        var folder = Path.Combine(_root, $"{Guid.NewGuid():N}");
        if (!Engine.IsPostgres) return new(folder);
        _databases.Add(Engine.EmptyDatabase());
        return new(folder) { Provider = StorageProvider.Postgres, Connection = _databases[^1] };
    }

    public static Task<RestoreOutcome> RestoreAsync(string backup, StorageOptions place) => new BackupRestorer(place, "").RunAsync(backup, Token);

    /// <summary>Whatever lies in the folder of backups, but the two files that belong to the folder itself.</summary>
    public string[] Left() => [.. Directory.EnumerateFileSystemEntries(Folder).Select(p => Path.GetFileName(p)).Where(n => n is not ("last-attempt.json" or ".hold")).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        foreach (var database in _databases) Engine.Drop(database);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }
}
