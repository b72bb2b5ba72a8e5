using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class TlsProbeTests
{
    [Fact]
    public async Task Certificate_that_holds_passes_with_its_end()
    {
        await using var server = Serving(TestCertificates.Good);
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls, ["certificate > 30d"]), server.Url("tls", "")));
        Assert.Null(finding.Fault);
        Assert.Equal(TestCertificates.EndOf(TestCertificates.Good), finding.CertificateEnds);
        Assert.True(finding.Timings is { Name: not null, Connect: not null, Tls: > 0, FirstByte: null });
    }

    [Fact]
    public async Task Certificate_that_ends_soon_fails_the_condition()
    {
        await using var server = Serving(TestCertificates.Good);
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls, ["certificate > 60d"]), server.Url("tls", "")));
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.ConditionCertificate), Given.OwnerAndCode(finding));
    }

    [Theory]
    [InlineData(nameof(TestCertificates.Expired), FaultCodes.TlsExpired)]
    [InlineData(nameof(TestCertificates.Elsewhere), FaultCodes.TlsName)]
    [InlineData(nameof(TestCertificates.Stranger), FaultCodes.TlsUntrusted)]
    public async Task Certificate_that_does_not_hold_is_the_participants_before_and_after_the_first_pass(string certificate, string code)
    {
        var shown = (X509Certificate2)typeof(TestCertificates).GetProperty(certificate)!.GetValue(null)!;
        await using var server = Serving(shown);
        foreach (var everPassed in new[] { true, false })
        {
            var plain = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls), server.Url("tls", ""), everPassed));
            Assert.Equal((FaultOwner.ParticipantSystem, code), Given.OwnerAndCode(plain));
            Assert.Equal(TestCertificates.EndOf(shown), plain.CertificateEnds);
            var gateway = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.XRoad), server.Url("https"), everPassed));
            Assert.Equal((FaultOwner.ParticipantGateway, code), Given.OwnerAndCode(gateway));
        }
    }

    [Fact]
    public async Task Root_of_our_own_is_trusted_only_when_told()
    {
        await using var server = Serving(TestCertificates.Good);
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls), server.Url("tls", "")), Given.Options(trustRoot: false));
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.TlsUntrusted), Given.OwnerAndCode(finding));
    }

    [Theory]
    [InlineData(false, FaultOwner.Self)]
    [InlineData(true, FaultOwner.ParticipantSystem)]
    public async Task Handshake_refused_with_an_alert_is_ours_until_the_first_pass(bool everPassed, string owner)
    {
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await ReadHelloAsync(line, token);
            byte[] handshakeFailure = [21, 3, 3, 0, 2, 2, 40];
            await line.WriteAsync(handshakeFailure, token);
        });
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls), server.Url("tls", ""), everPassed));
        Assert.Equal((owner, FaultCodes.TlsRefused), Given.OwnerAndCode(finding));
        Assert.True(finding.Timings is { Connect: not null, Tls: null });
    }

    [Theory]
    [InlineData(SslProtocols.Tls12, false, FaultOwner.Self)]
    [InlineData(SslProtocols.Tls13, false, FaultOwner.Self)]
    [InlineData(SslProtocols.Tls12, true, FaultOwner.ParticipantSystem)]
    [InlineData(SslProtocols.Tls13, true, FaultOwner.ParticipantSystem)]
    public async Task Client_certificate_demanded_is_ours_until_the_first_pass(SslProtocols version, bool everPassed, string owner)
    {
        var demanding = TestCertificates.Serving(TestCertificates.Good);
        demanding.ClientCertificateRequired = true;
        demanding.EnabledSslProtocols = version;
        demanding.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null;
        await using var server = LoopbackServer.Secure(demanding, (_, _) => Task.CompletedTask);
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), server.Url("https"), everPassed));
        Assert.Equal((owner, FaultCodes.TlsRefused), Given.OwnerAndCode(finding));
    }

    [Fact]
    public async Task Client_certificate_only_asked_for_passes()
    {
        var asking = TestCertificates.Serving(TestCertificates.Good);
        asking.ClientCertificateRequired = true;
        asking.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is null;
        await using var server = LoopbackServer.Secure(asking, async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            await line.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray(), token);
        });
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), server.Url("https"), everPassed: false));
        Assert.Null(finding.Fault);
    }

    [Theory]
    [InlineData(false, false, FaultOwner.Self)]
    [InlineData(false, true, FaultOwner.Self)]
    [InlineData(true, false, FaultOwner.ParticipantSystem)]
    [InlineData(true, true, FaultOwner.ParticipantSystem)]
    public async Task Line_cut_in_the_handshake_is_ours_until_the_first_pass(bool everPassed, bool reset, string owner)
    {
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await ReadHelloAsync(line, token);
            if (reset) ((NetworkStream)line).Socket.Close(0);
        });
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls), server.Url("tls", ""), everPassed));
        Assert.Equal((owner, FaultCodes.TlsClosed), Given.OwnerAndCode(finding));
    }

    [Fact]
    public async Task Server_without_tls_is_malformed()
    {
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await ReadHelloAsync(line, token);
            await line.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), token);
        });
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls), server.Url("tls", ""), everPassed: false));
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.TlsMalformed), Given.OwnerAndCode(finding));
    }

    [Fact]
    public async Task Handshake_that_never_ends_times_out()
    {
        await using var server = new LoopbackServer((_, token) => Task.Delay(Timeout.Infinite, token));
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls, timeout: Given.Short), server.Url("tls", "")));
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.TlsTimeout), Given.OwnerAndCode(finding));
        Assert.True(finding.Timings is { Connect: not null, Tls: null });
    }

    [Theory]
    [InlineData("alert", true)]
    [InlineData("alert", false)]
    [InlineData("hello", true)]
    [InlineData("hello", false)]
    public async Task Server_that_speaks_only_old_tls_is_told_apart_and_is_the_participants(string how, bool everPassed)
    {
        byte[] versionRefused = [21, 3, 1, 0, 2, 2, 70];
        byte[] helloOfTls10 = [22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1, .. new byte[32], 0, 0, 0x2F, 0];
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await ReadHelloAsync(line, token);
            await line.WriteAsync(how == "alert" ? versionRefused : helloOfTls10, token);
            // The client says what it thinks of it before it goes.
            Assert.NotEqual(-1, await line.ReadAtLeastAsync(new byte[64], 1, throwOnEndOfStream: false, token));
        });
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tls), server.Url("tls", ""), everPassed));
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.TlsProtocol), Given.OwnerAndCode(finding));
    }

    private static LoopbackServer Serving(X509Certificate2 certificate) =>
        LoopbackServer.Secure(TestCertificates.Serving(certificate), (_, _) => Task.CompletedTask);

    private static async Task ReadHelloAsync(Stream line, CancellationToken cancellationToken)
    {
        var header = new byte[5];
        await line.ReadExactlyAsync(header, cancellationToken);
        await line.ReadExactlyAsync(new byte[(header[3] << 8) | header[4]], cancellationToken);
    }
}
