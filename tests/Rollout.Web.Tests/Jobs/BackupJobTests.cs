using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Quartz;
using Rollout.Core.Retention;
using Rollout.Storage.Backups;
using Rollout.Web.Jobs;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Jobs;

/// <summary>Backups by the clock: what the settings say, and what a run leaves.</summary>
public sealed class BackupJobTests(RunningServer server) : IClassFixture<RunningServer>, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("rollout-job-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Settings_say_when_where_and_what_stays()
    {
        Assert.Equal(new(null, new(2, 15), KeepRule.Usual, ""), Settings());
        Assert.Equal(
            new("/b", new(23, 5), new(1, 3, 8, 0), "/usr/bin/pg_dump"),
            Settings(("Backup:Folder", "/b"), ("Backup:At", "23:05"), ("Backup:Keep:Days", "3"), ("Backup:Keep:Months", "0"), ("Backup:PgDump", "/usr/bin/pg_dump")));
    }

    [Theory]
    [InlineData("Backup:At", "25:00")]
    [InlineData("Backup:Keep:Weeks", "-1")]
    [InlineData("Backup:Keep:Days", "nhiều")]
    public void Wrong_setting_is_told_by_its_key(string key, string value) =>
        Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => Settings((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Run_leaves_a_backup_and_tells_how_it_went()
    {
        await ExecuteAsync(_root);
        var shelf = new BackupShelf(_root);
        var (path, at) = Assert.Single(shelf.All());
        Assert.Equal((at, Path.GetFileName(path), null), (DateTimeOffset.FromUnixTimeMilliseconds(shelf.LastAttempt()!.At.ToUnixTimeMilliseconds()), shelf.LastAttempt()!.Name, shelf.LastAttempt()!.Trouble));
        Assert.True(shelf.LastAttempt()!.Bytes > 0);
    }

    [Fact]
    public async Task Run_that_fails_is_a_failed_job()
    {
        var file = Path.Combine(_root, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<JobExecutionException>(() => ExecuteAsync(Path.Combine(file, "backups")));
    }

    private Task ExecuteAsync(string folder) =>
        new BackupJob(server.Services.GetRequiredService<BackupMaker>(), Settings(("Backup:Folder", folder)), NullLogger<BackupJob>.Instance)
            .Execute(null!, TestContext.Current.CancellationToken).AsTask();

    private static BackupSettings Settings(params (string Key, string Value)[] said) =>
        BackupSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(said.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}
