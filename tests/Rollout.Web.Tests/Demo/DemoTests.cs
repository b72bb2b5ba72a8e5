using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Demo;

/// <summary>The demo starts from July 2024, its people act, its probes see, and it goes on after a restart.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Demo_imports_the_published_state_lets_people_report_and_probes_verify()
    {
        await using var server = new RunningServer { DemoSpeed = 3600 };
        var seen = new Watch(e => e.Actor.Kind == ActorKind.Participant, e => e.Actor.Kind == ActorKind.Probe && e.Event is StepEvent.VerificationChanged { To: VerificationState.Passing });
        await server.InitializeAsync();
        await seen.AllAsync(server);
        var july = await server.GetAsync("/api/v1/programmes/lien-thong/status-lists?phase=test&asOf=2024-07-15");
        Assert.Equal([1, 12, 28, 23, 3, 59], july.GetProperty("lists").EnumerateArray().Select(l => l.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Demo_goes_on_from_the_last_entry_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("rollout-demo-").FullName;
        DateTimeOffset last;
        await using (var first = new RunningServer { DemoSpeed = 36000, Folder = folder, KeepFolder = true })
        {
            var reported = new Watch(e => e.Actor.Kind == ActorKind.Participant);
            await first.InitializeAsync();
            await reported.AllAsync(first);
            last = first.Services.GetRequiredService<LedgerReader>().Latest("lien-thong", new(DateTimeOffset.MaxValue, null), 1)[0].RecordedAt;
        }
        await using var second = new RunningServer { DemoSpeed = 3600, Folder = folder };
        await second.InitializeAsync();
        Assert.InRange(second.Services.GetRequiredService<DomainClock>().Beginning, last, last.AddDays(10));
    }

    /// <summary>Waits until entries of each kind have been seen, those written before the watch began included.</summary>
    private sealed class Watch(params Func<LedgerEntry, bool>[] kinds)
    {
        public async Task AllAsync(RunningServer server)
        {
            var boards = server.Services.GetRequiredService<BoardStore>();
            var missing = kinds.ToHashSet();
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void See(IEnumerable<LedgerEntry> entries)
            {
                lock (missing)
                {
                    foreach (var entry in entries) missing.RemoveWhere(kind => kind(entry));
                    if (missing.Count == 0) done.TrySetResult();
                }
            }
            using var subscription = boards.Subscribe(c => See(c.Entries));
            See(server.Services.GetRequiredService<LedgerReader>().After("lien-thong", 0, 100_000));
            await done.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }
}
