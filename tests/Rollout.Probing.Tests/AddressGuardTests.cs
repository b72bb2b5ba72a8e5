using System.Net;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class AddressGuardTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.254")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("2001:db8::1")]
    [InlineData("2405:4800::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::8.8.8.8")]
    [InlineData("2002:0808:0808::1")]
    public void Address_public_or_private_is_allowed(string address) => Assert.True(new AddressGuard(false).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("169.254.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("febf::1")]
    [InlineData("ff02::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("::ffff:0:169.254.169.254")]
    [InlineData("::169.254.169.254")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b:1::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("2001:0:a9fe:a9fe::1")]
    public void Address_of_nobody_else_is_refused_always(string address)
    {
        Assert.False(new AddressGuard(allowLoopback: false).Allows(IPAddress.Parse(address)));
        Assert.False(new AddressGuard(allowLoopback: true).Allows(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::127.0.0.1")]
    [InlineData("2002:7f00:1::")]
    public void Loopback_is_refused_unless_allowed(string address)
    {
        Assert.False(new AddressGuard(allowLoopback: false).Allows(IPAddress.Parse(address)));
        Assert.True(new AddressGuard(allowLoopback: true).Allows(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/", ProbeKind.Http)]
    [InlineData("http://2130706433:{0}/", ProbeKind.Http)]
    [InlineData("http://0177.0.0.1:{0}/", ProbeKind.Http)]
    [InlineData("http://0x7f.1:{0}/", ProbeKind.Http)]
    [InlineData("http://127.1:{0}/", ProbeKind.Http)]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/", ProbeKind.Http)]
    [InlineData("http://localhost:{0}/", ProbeKind.Http)]
    [InlineData("tcp://2130706433:{0}", ProbeKind.Tcp)]
    [InlineData("tcp://0177.0.0.1:{0}", ProbeKind.Tcp)]
    [InlineData("tls://0x7f000001:{0}", ProbeKind.Tls)]
    [InlineData("https://127.0.0.1:{0}/r1/VN/GOV/A/b", ProbeKind.XRoad)]
    public async Task Spelling_of_loopback_never_reaches_it(string url, ProbeKind kind)
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var request = Given.Request(Given.Definition(kind), new(string.Format(url, server.Port)), everPassed: false);
        var finding = await Given.CheckAsync(request, Given.Options(allowLoopback: false));
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfAddressForbidden), Given.OwnerAndCode(finding));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Name_that_resolves_to_metadata_is_refused()
    {
        var request = Given.Request(Given.Definition(ProbeKind.Http), new("http://harmless.example/"));
        var finding = await Given.CheckAsync(request, Given.Resolving("169.254.169.254"));
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfAddressForbidden), Given.OwnerAndCode(finding));
        Assert.Null(finding.Address);
    }

    [Fact]
    public async Task Name_with_allowed_and_refused_addresses_uses_the_allowed()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var request = Given.Request(Given.Definition(ProbeKind.Http), server.Url(host: "harmless.example"));
        var finding = await Given.CheckAsync(request, Given.Resolving("169.254.169.254", "127.0.0.1"));
        Assert.Null(finding.Fault);
        Assert.Equal($"127.0.0.1:{server.Port}", finding.Address);
    }

    [Theory]
    [InlineData("http://2852039166/latest/meta-data/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://169.254.43518/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[2002:a9fe:a9fe::]/")]
    [InlineData("http://[fe80::1%25lo]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://0/")]
    [InlineData("http://①⑥⑨.254.169.254/")]
    public async Task Spelling_of_metadata_or_of_nobody_is_refused_even_where_loopback_is_allowed(string url)
    {
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), new(url), everPassed: false));
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfAddressForbidden), Given.OwnerAndCode(finding));
        Assert.Null(finding.Address);
    }

    [Fact]
    public async Task Name_is_asked_for_once_a_check_and_what_was_looked_at_is_what_is_reached()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var asked = 0;
        Task<IPAddress[]> Rebinding(string host, CancellationToken token) =>
            Task.FromResult(new[] { IPAddress.Parse(++asked % 2 == 1 ? "127.0.0.1" : "169.254.169.254") });
        var options = Given.Options();
        using var probes = new ProbesByKind(options, TimeProvider.System, new LineOpener(options, Rebinding));
        async Task<ProbeFinding> LookAsync() =>
            await probes.Of(ProbeKind.Http).CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), server.Url(host: "turncoat.example")), Given.Token);

        var (first, second, third) = (await LookAsync(), await LookAsync(), await LookAsync());

        Assert.Equal(3, asked);
        Assert.Null(first.Fault);
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfAddressForbidden), Given.OwnerAndCode(second));
        Assert.Null(third.Fault);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("//0177.0.0.1/")]
    [InlineData("file:///etc/hostname")]
    [InlineData("/again")]
    public async Task Redirect_is_an_answer_like_any_other_wherever_it_points(string location)
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("", "307 Temporary Redirect", $"Location: {location}"));
        foreach (var kind in new[] { ProbeKind.Http, ProbeKind.XRoad })
            Assert.Equal(FaultCodes.ConditionStatus, (await Given.CheckAsync(Given.Request(Given.Definition(kind), server.Url()))).Fault?.Code);
        Assert.Null((await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, ["status == 307"]), server.Url()))).Fault);
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task Redirect_to_another_address_is_not_followed()
    {
        await using var inner = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        await using var outer = LoopbackServer.Answering(LoopbackServer.Http("", "302 Found", $"Location: {inner.Url()}"));
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), outer.Url()));
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.ConditionStatus), Given.OwnerAndCode(finding));
        Assert.Equal(0, inner.Connections);
    }
}
