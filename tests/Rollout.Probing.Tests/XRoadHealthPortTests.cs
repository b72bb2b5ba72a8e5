using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class XRoadHealthPortTests
{
    private const string Reason = "No authentication key available. Signer might be down.";

    [Fact]
    public async Task Failure_told_again_from_memory_counts_once()
    {
        var answer = Bad;
        await using var server = LoopbackServer.Answering(_ => answer);
        var time = new TurnedTime();
        using var probes = new ProbesByKind(Given.Options(), time);
        async Task<(string?, string?)> LookAsync() =>
            Given.OwnerAndCode(await probes.Of(ProbeKind.XRoad).CheckAsync(Given.Request(Health, server.Url()), Given.Token));

        Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.XRoadUnhealthy), await LookAsync());
        time.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal((FaultOwner.Self, FaultCodes.XRoadHealthCached), await LookAsync());
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.XRoadUnhealthy), await LookAsync());
        time.Pass(TimeSpan.FromSeconds(5));
        answer = Good;
        Assert.Equal((null, null), await LookAsync());
        answer = Bad;
        Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.XRoadUnhealthy), await LookAsync());
    }

    [Fact]
    public async Task Failures_of_two_servers_count_each()
    {
        await using var server = LoopbackServer.Answering(Bad);
        using var probes = new ProbesByKind(Given.Options(), new TurnedTime());
        for (var id = 1; id <= 2; id++)
        {
            var request = Given.Request(Health, server.Url()) with { Target = Given.Target(server.Url()) with { Id = id } };
            Assert.Equal(FaultCodes.XRoadUnhealthy, (await probes.Of(ProbeKind.XRoad).CheckAsync(request, Given.Token)).Fault?.Code);
        }
    }

    [Fact]
    public async Task Reason_is_told_and_kept_and_nobody_asks_as_a_client()
    {
        await using var server = LoopbackServer.Answering(Bad);
        var finding = await Given.CheckAsync(Given.Request(Health with { Client = null }, server.Url(path: "/any/path")));
        Assert.Equal((Reason, Reason), (finding.Fault!.Detail, finding.Said));
        Assert.StartsWith("GET /any/path HTTP/1.1", server.Heads.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("X-Road-Client", server.Heads.Single(), StringComparison.Ordinal);
    }

    private static string Bad => LoopbackServer.Http(Reason, "500 Internal Server Error", "Content-Type: text/plain");

    private static string Good => LoopbackServer.Http("", headers: "X-Nothing: to-say");

    private static ProbeDefinition Health => Given.Definition(ProbeKind.XRoad) with { Health = true };

    private sealed class TurnedTime : TimeProvider
    {
        private long _ticks = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
