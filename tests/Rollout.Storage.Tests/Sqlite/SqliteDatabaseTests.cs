using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rollout.Storage.Database;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Sqlite;

[Trait("engine", "sqlite")]
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Empty_folder_gets_the_newest_schema()
    {
        var store = _here.Start();

        using var db = store.Database.Open();
        Assert.Empty(db.Database.GetPendingMigrations());
        Assert.Equal(SqliteDatabase.LastMigration, db.Database.GetMigrations().Max(StringComparer.Ordinal));
        Assert.Equal(SqliteDatabase.LastMigration, db.Database.GetAppliedMigrations().Max(StringComparer.Ordinal));
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal("account_user_claims account_user_logins account_user_tokens accounts api_keys attachments checkpoints contacts contents digests drafts files first_passes incident_touches incidents invitations ledger maintenance_windows programme_versions publication_events publication_files sample_answers sample_hours samples security_log targets vendors", Names("table"));
        Assert.Equal("files_published_no_delete files_published_no_removal ledger_chain ledger_no_delete ledger_no_update programme_versions_no_delete programme_versions_no_update publication_events_chain publication_events_no_delete publication_events_no_update publication_files_no_delete publication_files_no_update security_log_no_update", Names("trigger"));

        string Names(string type) => _here.Scalar<string>($"""
            SELECT group_concat(name, ' ') FROM (
              SELECT name FROM sqlite_master WHERE type = '{type}' AND name NOT GLOB '__EF*' AND name NOT GLOB 'sqlite_*' ORDER BY name)
            """);
    }

    [Fact]
    public void Folder_that_is_missing_is_made()
    {
        var folder = Path.Combine(_here.Folder, "dữ liệu", "rất sâu");

        using var store = new Store(new(folder), DataFiles.One, _here.Time);

        Assert.True(File.Exists(Path.Combine(folder, "rollout.db")));
    }

    /// <summary>EF makes its lock table whenever it migrates; where it stays away, EF was not woken.</summary>
    [Fact]
    public void Opening_again_does_not_wake_ef()
    {
        _here.Start();
        const string Locks = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        Assert.Equal(1, _here.Scalar<long>(Locks));
        _here.Execute("DROP TABLE __EFMigrationsLock");

        _here.Start();
        Assert.Equal(0, _here.Scalar<long>(Locks));

        _here.Execute("UPDATE __EFMigrationsHistory SET MigrationId = MigrationId || 'x'");
        Assert.ThrowsAny<Exception>(() => _here.Start());
    }

    [Fact]
    public async Task Processes_that_open_an_empty_folder_at_once_all_open_it()
    {
        using var start = new Barrier(3);

        var stores = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                return new Store(new(_here.Folder), DataFiles.One, _here.Time);
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        for (var i = 0; i < stores.Length; i++) await stores[i].WriteAsync(Wish.Start("01", $"1.{i + 1}"));
        Assert.Equal((3, null), stores[0].Chain.Run(TestContext.Current.CancellationToken));
        foreach (var store in stores) store.Dispose();
    }

    [Fact]
    public void Write_ahead_log_and_full_synchronisation_are_on()
    {
        var store = _here.Start();

        using (var connection = store.Database.Connect()) AssertSafe(connection);
        // EF's own connection, before any of ours could have left it in the pool.
        store.ClearPool();
        using var db = store.Database.Open();
        db.Database.OpenConnection();
        AssertSafe(db.Database.GetDbConnection());

        static void AssertSafe(DbConnection connection)
        {
            Assert.Equal("wal", Pragma(connection, "journal_mode"));
            Assert.Equal(2L, Pragma(connection, "synchronous"));
        }
    }

    [Fact]
    public void Write_waits_five_seconds_for_another_unless_told_otherwise()
    {
        using (var connection = _here.Start().Database.Connect()) Assert.Equal(5_000L, Pragma(connection, "busy_timeout"));
        using (var connection = _here.Start(busyTimeout: TimeSpan.FromMilliseconds(100)).Database.Connect()) Assert.Equal(100L, Pragma(connection, "busy_timeout"));
        Assert.Equal(TimeSpan.FromSeconds(5), new StorageOptions("x").BusyTimeout);
    }

    [Fact]
    public void Sqlite_is_the_systems_where_there_is_one()
    {
        Assert.SkipUnless(NativeLibrary.TryLoad("libsqlite3.so.0", out _) || NativeLibrary.TryLoad("libsqlite3.dylib", out _), "The system has no SQLite.");

        Assert.True(Version.Parse(_here.Start().Database.Version().Split(' ')[1]) >= new Version(3, 40), _here.Start().Database.Version());
    }

    [Fact]
    public void File_that_is_no_database_is_refused_at_the_start()
    {
        Directory.CreateDirectory(_here.Folder);
        File.WriteAllText(_here.File, new string('x', 5_000));

        Assert.Throws<SqliteException>(() => new SqliteDatabase(new(_here.Folder)).Migrate());
    }

    private static object? Pragma(DbConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return command.ExecuteScalar();
    }
}
