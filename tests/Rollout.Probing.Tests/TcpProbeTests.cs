using System.Net;
using System.Net.Sockets;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class TcpProbeTests
{
    [Fact]
    public async Task Port_that_listens_passes_with_address_and_timings()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tcp, ["latency < 15s"]), server.Url("tcp", "")));
        Assert.Null(finding.Fault);
        Assert.Equal($"127.0.0.1:{server.Port}", finding.Address);
        Assert.True(finding.Timings is { Name: >= 0, Connect: >= 0, Tls: null, FirstByte: null, Total: > 0 }, finding.Timings.ToString());
        Assert.True(finding.Timings.Total >= finding.Timings.Connect);
        Assert.Null(finding.CertificateEnds);
    }

    [Theory]
    [InlineData(ProbeKind.Tcp, "tcp", FaultOwner.ParticipantSystem)]
    [InlineData(ProbeKind.Tls, "tls", FaultOwner.ParticipantSystem)]
    [InlineData(ProbeKind.Http, "http", FaultOwner.ParticipantSystem)]
    [InlineData(ProbeKind.XRoad, "https", FaultOwner.ParticipantGateway)]
    public async Task Port_that_is_closed_is_refused_by_the_participant(ProbeKind kind, string scheme, string owner)
    {
        foreach (var everPassed in new[] { true, false })
        {
            var finding = await Given.CheckAsync(Given.Request(Given.Definition(kind), ClosedPort(scheme), everPassed));
            Assert.Equal((owner, FaultCodes.TcpRefused), Given.OwnerAndCode(finding));
            Assert.Null(finding.Timings.Connect);
        }
    }

    [Theory]
    [InlineData(ProbeKind.Tcp, true, FaultOwner.ParticipantSystem, FaultCodes.TcpTimeout)]
    [InlineData(ProbeKind.XRoad, true, FaultOwner.ParticipantGateway, FaultCodes.TcpTimeout)]
    [InlineData(ProbeKind.Tcp, false, FaultOwner.Self, FaultCodes.NetFirewall)]
    [InlineData(ProbeKind.XRoad, false, FaultOwner.Self, FaultCodes.NetFirewall)]
    public async Task Connection_that_nobody_answers_is_a_firewall_until_the_first_pass(ProbeKind kind, bool everPassed, string owner, string code)
    {
        await using var silent = await SilentPort.OpenAsync();
        var definition = Given.Definition(kind, timeout: Given.Short);
        var finding = await Given.CheckAsync(Given.Request(definition, new($"https://127.0.0.1:{silent.Port}/"), everPassed));
        Assert.Equal((owner, code), Given.OwnerAndCode(finding));
        Assert.Equal($"127.0.0.1:{silent.Port}", finding.Address);
        Assert.True(finding.Timings is { Name: not null, Connect: null });
    }

    [Theory]
    [InlineData(ProbeKind.Http, FaultOwner.ParticipantSystem)]
    [InlineData(ProbeKind.XRoad, FaultOwner.ParticipantGateway)]
    public async Task Name_that_does_not_exist_is_the_participants(ProbeKind kind, string owner)
    {
        var request = Given.Request(Given.Definition(kind), new("http://nowhere.example/"));
        var finding = await Given.CheckAsync(request, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        Assert.Equal((owner, FaultCodes.DnsFailed), Given.OwnerAndCode(finding));
        Assert.Contains("nowhere.example", finding.Fault!.Detail, StringComparison.Ordinal);
        Assert.Equal((owner, FaultCodes.DnsFailed), Given.OwnerAndCode(await Given.CheckAsync(request, Given.Resolving())));
    }

    [Fact]
    public async Task Name_that_nobody_answers_is_a_timeout_of_names()
    {
        var request = Given.Request(Given.Definition(ProbeKind.Http, timeout: Given.Short), new("http://nowhere.example/"));
        var finding = await Given.CheckAsync(request, async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return [];
        });
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.DnsTimeout), Given.OwnerAndCode(finding));
        Assert.True(finding.Timings is { Name: null, Connect: null, Total: > 0 });
    }

    [Fact]
    public async Task Name_with_a_dead_address_first_reaches_the_living_one()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        var request = Given.Request(Given.Definition(ProbeKind.Tcp), server.Url("tcp", "", "two.example"));
        var finding = await Given.CheckAsync(request, Given.Resolving("127.0.0.2", "127.0.0.1"));
        Assert.Null(finding.Fault);
        Assert.Equal($"127.0.0.1:{server.Port}", finding.Address);
    }

    [Fact]
    public async Task Name_with_a_silent_address_first_leaves_time_for_the_other()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        await using var silent = await SilentPort.OpenAsync(IPAddress.Parse("127.0.0.3"), server.Port);
        var request = Given.Request(Given.Definition(ProbeKind.Tcp, timeout: TimeSpan.FromSeconds(2)), server.Url("tcp", "", "two.example"));
        var finding = await Given.CheckAsync(request, Given.Resolving("127.0.0.3", "127.0.0.1"));
        Assert.Null(finding.Fault);
        Assert.Equal($"127.0.0.1:{server.Port}", finding.Address);
    }

    [Theory]
    [InlineData(ProbeKind.Tcp, "tcp://127.0.0.1")]
    [InlineData(ProbeKind.Tls, "tls://127.0.0.1")]
    [InlineData(ProbeKind.Http, "ftp://127.0.0.1/")]
    [InlineData(ProbeKind.XRoad, "tcp://127.0.0.1:80")]
    public async Task Address_that_cannot_be_checked_is_ours(ProbeKind kind, string url)
    {
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(kind), new(url)));
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfTarget), Given.OwnerAndCode(finding));
    }

    private static Uri ClosedPort(string scheme)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"{scheme}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
