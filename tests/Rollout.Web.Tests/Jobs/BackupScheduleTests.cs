using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Extensibility;
using Rollout.Core.Calendar;
using Rollout.Storage.Backups;
using Rollout.Web.Components.Operations;
using Rollout.Web.Operations;
using Rollout.Web.Tests.Components;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Jobs;

/// <summary>The day's backup in the running scheduler, and what administrators are told of it.</summary>
public sealed class BackupScheduleTests : PageTest
{
    private static readonly string Shelf = Directory.CreateTempSubdirectory("rollout-shelf-").FullName;

    public BackupScheduleTests() : base(new RunningServer
    {
        Configure = b => (b.Configuration["Jobs:Enabled"], b.Configuration["Backup:Folder"], b.Configuration["Backup:At"]) = ("true", Path.Combine(Shelf, Guid.NewGuid().ToString("N")), "23:40"),
    })
    {
    }

    private string Folder => Get<Web.Jobs.BackupSettings>().Folder!;

    [Fact]
    public async Task Clock_makes_it_at_its_time_in_Hanoi_and_the_page_tells_of_it()
    {
        SignInWithKey("admin");
        // Nothing was made: that is said, and no error.
        Assert.Contains(Texts["nodes.backupNone"], Told(), StringComparison.Ordinal);

        var scheduler = await Get<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
        var trigger = (await scheduler.GetTrigger(new("backup 23:40"), TestContext.Current.CancellationToken))!;
        var next = HanoiTime.Local(trigger.NextFireTimeUtc!.Value);
        Assert.Equal((23, 40), (next.Hour, next.Minute));
        Assert.Equal(next.AddDays(1), HanoiTime.Local(trigger.GetFireTimeAfter(next)!.Value));

        var ended = new Ending();
        scheduler.ListenerManager.AddJobListener(ended);
        await scheduler.TriggerJob(trigger.JobKey, TestContext.Current.CancellationToken);
        Assert.Null(await ended.Of("backup 23:40"));
        var (_, at) = Assert.Single(new BackupShelf(Folder).All());
        var facts = await new BackupState(Get<Web.Jobs.BackupSettings>(), TimeProvider.System).ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal((1, at, null), (facts!.Kept, facts.Newest, facts.Attempt!.Trouble));
    }

    [Fact]
    public async Task One_that_failed_is_told_with_its_reason_beside_those_that_are_kept()
    {
        var shelf = Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(
            Path.Combine(shelf.FullName, "last-attempt.json"), """{"at":"2026-11-20T16:40:00+00:00","name":null,"bytes":0,"trouble":"backup.fileMissing"}""", TestContext.Current.CancellationToken);
        SignInWithKey("admin");
        Assert.Contains(Texts["nodes.backupFailed", Web.Resources.Texts.Moment(new(2026, 11, 20, 23, 40, 0, HanoiTime.Offset)), "backup.fileMissing"], Told(), StringComparison.Ordinal);
        using var client = Server.With("admin");
        using var answer = await client.GetAsync(new Uri("/api/v1/status", UriKind.Relative), TestContext.Current.CancellationToken);
        var backups = (await RunningServer.JsonAsync(answer)).GetProperty("backups");
        Assert.Equal(("backup.fileMissing", 0), (backups.GetProperty("trouble").GetString(), backups.GetProperty("kept").GetInt32()));
    }

    private string Told()
    {
        var page = Open<StatusPage>("/admin/status");
        page.WaitForAssertion(() => Assert.Contains(Texts["nodes.backup"], page.Find(".facts-of").TextContent, StringComparison.Ordinal));
        return page.Find(".facts-of").TextContent;
    }

    /// <summary>Waits for a job of the scheduler to have run.</summary>
    private sealed class Ending : IJobListener
    {
        private readonly TaskCompletionSource<(string Job, Exception? Failure)> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => nameof(Ending);

        public async Task<Exception?> Of(string job)
        {
            var (ended, failure) = await _ended.Task.WaitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(job, ended);
            return failure;
        }

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (context.JobDetail.Key.Name.StartsWith("backup", StringComparison.Ordinal)) _ended.TrySetResult((context.JobDetail.Key.Name, jobException));
            return ValueTask.CompletedTask;
        }
    }
}
