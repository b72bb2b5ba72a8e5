using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Jobs;
using Rollout.Web.Tests.Commands;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Operations;

/// <summary>Measurements and traces as a collector on a real socket receives them.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Collector_receives_what_happened_until_the_end_and_nobody_is_named()
    {
        await using var collector = await Collector.StartAsync();
        var who = $"nguoi-thu-{Guid.NewGuid():N}";
        await using (var server = new RunningServer
        {
            // This machine's requests are counted too, so that the counter says something.
            Configure = b => (b.Configuration["Telemetry:Otlp"], b.Configuration["Limits:Uncounted"]) = (collector.Address, ""),
        })
        {
            await server.InitializeAsync();
            Sightings.Target(server.Services, "92", "catalogue", url: "http://127.0.0.1:1/");
            await Sightings.ConsentAsync(server.Services, "92");
            var board = server.Services.GetRequiredService<BoardStore>().Of(Sightings.Programme);
            // Three results in a row make a verdict, which is an entry of the ledger.
            for (var i = 0; i < board.Programme.FindProbe("catalogue")!.Policy.FailAfter; i++)
                await server.Services.GetRequiredService<ProbeSweep>().SweepAsync(
                    board.Programme, TimeSpan.FromMinutes(5), SweepShard.Whole, TimeProvider.System.GetUtcNow().AddMinutes(1), TestContext.Current.CancellationToken);
            var refused = await server.Services.GetRequiredService<StepRecorder>().RecordAsync(
                Sightings.Programme, new StepCommand.Change(new(ActorKind.Reader, who, null), new(new(Sightings.Set, "92"), "test", "1.1"), StepStatus.Done, 0), TestContext.Current.CancellationToken);
            Assert.NotNull(refused.Refusal);
            using var document = await server.Client.GetAsync(new Uri("/api/v1/programmes/lien-thong/status-lists.docx?phase=test", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        }

        string[] wanted =
        [
            "rollout.probe.checks", "rollout.probe.duration", "rollout.probe.waiting", "rollout.ledger.appends", "rollout.ledger.append.duration", "rollout.ledger.refusals",
            "rollout.documents", "aspnetcore.rate_limiting.requests", "rollout.circuits.open", "rollout.samples.waiting", "rollout.follower.entries", "rollout.follower.lag", "rollout.ledger.head",
            "http.server.request.duration", "kestrel.active_connections", "dotnet.gc.heap.total_allocated",
        ];
        Assert.Empty(wanted.Except(collector.Metrics));
        var spans = collector.Spans;
        var append = spans.First(s => s.Said == "append" && spans.Exists(p => p.Id == s.Parent && p.Said == "probe"));
        var probe = spans.Find(s => s.Id == append.Parent)!;
        Assert.True(probe.Mentions("catalogue") && probe.Mentions("92"));
        Assert.Equal("sweep", spans.Find(s => s.Id == probe.Parent)!.Said);
        Assert.Contains(spans, s => s.Said == "document" && s.Mentions("docx"));
        Assert.DoesNotContain(who, collector.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sends_nothing_loads_nothing_that_would()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a process shows which files it has loaded");
        await using var server = await ServedProcess.StartAsync(Directory.CreateTempSubdirectory("rollout-untold-").FullName);
        using var client = new HttpClient { BaseAddress = server.Address };
        using (var ready = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var loaded = await File.ReadAllTextAsync($"/proc/{server.Id}/maps", TestContext.Current.CancellationToken);
        Assert.Contains("Rollout.Web.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenTelemetry", loaded, StringComparison.Ordinal);
    }
}
