using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class HttpProbeTests
{
    [Fact]
    public async Task Answer_as_wanted_passes_with_timings()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("""{"status":"UP"}"""));
        string[] conditions = ["status == 200", "json $.status == UP", "header content-type contains json", "latency < 15s"];
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, conditions), server.Url()));
        Assert.Null(finding.Fault);
        Assert.Equal($"127.0.0.1:{server.Port}", finding.Address);
        Assert.True(finding.Timings is { Name: not null, Connect: not null, Tls: null, FirstByte: > 0, Total: > 0 });
    }

    [Fact]
    public async Task Answer_over_tls_passes_with_the_certificates_end()
    {
        await using var server = LoopbackServer.Secure(TestCertificates.Serving(TestCertificates.Good), async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            await line.WriteAsync(Encoding.ASCII.GetBytes(LoopbackServer.Http("{}")), token);
        });
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, ["certificate > 30d"]), server.Url("https")));
        Assert.Null(finding.Fault);
        Assert.Equal(TestCertificates.EndOf(TestCertificates.Good), finding.CertificateEnds);
        Assert.True(finding.Timings is { Connect: not null, Tls: > 0, FirstByte: > 0 });
    }

    [Fact]
    public async Task Request_is_sent_as_declared_on_a_line_of_its_own()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var definition = Given.Definition(
            ProbeKind.Http, method: "POST", headers: [("X-Key", "secret:gateway"), ("X-Plain", "a b"), ("Content-Type", "application/json")]);
        var request = Given.Request(definition, server.Url(path: "/api/catalogue?x=%20y"), secrets: name => name == "gateway" ? "s3cr3t" : null);
        using var probes = new ProbesByKind(Given.Options(), TimeProvider.System);
        using var ours = new Activity("sweep").Start();
        for (var i = 0; i < 3; i++) Assert.Null((await probes.Of(ProbeKind.Http).CheckAsync(request, Given.Token)).Fault);
        Assert.Equal(3, server.Connections);
        var head = server.Heads.First().Split("\r\n");
        Assert.Equal("POST /api/catalogue?x=%20y HTTP/1.1", head[0]);
        Assert.Contains($"Host: 127.0.0.1:{server.Port}", head);
        Assert.Contains("X-Key: s3cr3t", head);
        Assert.Contains("X-Plain: a b", head);
        Assert.Contains("Content-Type: application/json", head);
        Assert.Contains("Content-Length: 0", head);
        Assert.Contains("Connection: close", head);
        Assert.Contains("User-Agent: Rollout-Probe/1.0", head);
        Assert.DoesNotContain(head, h => h.StartsWith("traceparent", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(head, h => h.StartsWith("Accept-Encoding", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("text/xml; charset=utf-8", "text/xml; charset=utf-8")]
    public async Task Body_is_sent_with_its_type(string? declared, string sent)
    {
        var body = new TaskCompletionSource<string>();
        await using var server = new LoopbackServer(async (line, token) =>
        {
            var all = await LoopbackServer.ReadHeadAsync(line, token);
            while (!all.EndsWith('!'))
            {
                var more = new byte[64];
                all += Encoding.Latin1.GetString(more, 0, await line.ReadAsync(more, token));
            }
            body.SetResult(all);
            await line.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray(), token);
        });
        var definition = Given.Definition(ProbeKind.Http, method: "POST", headers: declared is null ? [] : [("content-type", declared)]) with { Body = "<hồ sơ>!" };
        Assert.Null((await Given.CheckAsync(Given.Request(definition, server.Url()))).Fault);
        var (head, rest) = (await body.Task).Split("\r\n\r\n") is [var a, var b] ? (a, b) : default;
        Assert.Equal("<hồ sơ>!", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(rest)));
        Assert.Contains($"Content-Type: {sent}", head.Split("\r\n"));
        Assert.Contains($"Content-Length: {rest.Length}", head.Split("\r\n"));
    }

    [Fact]
    public async Task Name_that_we_go_by_is_the_installations_whatever_a_programme_declares()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var definition = Given.Definition(ProbeKind.Http, headers: [("User-Agent", "somebody else")]);
        var options = new ProbingOptions { AllowLoopback = true, UserAgent = "Rollout-Probe/1.0 (+https://monitoring.example/)" };
        await Given.CheckAsync(Given.Request(definition, server.Url()), options);
        Assert.Equal(
            ["User-Agent: Rollout-Probe/1.0 (+https://monitoring.example/)"],
            server.Heads.Single().Split("\r\n").Where(h => h.StartsWith("User-Agent", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("127.0.0.77", "127.0.0.77")]
    [InlineData("203.0.113.9", "127.0.0.1")]
    [InlineData("::1", "127.0.0.1")]
    [InlineData("the gate of the house", "127.0.0.1")]
    public async Task Line_leaves_from_the_source_address_when_it_is_this_machines(string told, string left)
    {
        var from = new TaskCompletionSource<string>();
        await using var server = new LoopbackServer((line, _) =>
        {
            from.SetResult(((System.Net.IPEndPoint)((NetworkStream)line).Socket.RemoteEndPoint!).Address.ToString());
            return Task.CompletedTask;
        });
        var options = new ProbingOptions { AllowLoopback = true, SourceAddress = told };
        Assert.Null((await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Tcp), server.Url("tcp", "")), options)).Fault);
        Assert.Equal(left, await from.Task);
    }

    [Fact]
    public async Task Secret_that_is_missing_is_ours_and_nothing_is_sent()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, headers: [("X-Key", "secret:gateway")]), server.Url()));
        Assert.Equal(new Fault(FaultOwner.Self, FaultCodes.SelfSecretMissing, "gateway"), finding.Fault);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("500 Internal Server Error", true, FaultOwner.ParticipantSystem)]
    [InlineData("500 Internal Server Error", false, FaultOwner.ParticipantSystem)]
    [InlineData("404 Not Found", false, FaultOwner.ParticipantSystem)]
    [InlineData("401 Unauthorized", true, FaultOwner.ParticipantSystem)]
    [InlineData("401 Unauthorized", false, FaultOwner.Self)]
    [InlineData("403 Forbidden", true, FaultOwner.ParticipantSystem)]
    [InlineData("403 Forbidden", false, FaultOwner.Self)]
    public async Task Status_that_is_no_success_is_the_participants_unless_we_have_no_rights_yet(string status, bool everPassed, string owner)
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}", status));
        foreach (string[] conditions in new[] { Array.Empty<string>(), ["status == 200"], ["status < 300", "json $.a == b"] })
        {
            var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, conditions), server.Url(), everPassed));
            Assert.Equal((owner, FaultCodes.ConditionStatus), Given.OwnerAndCode(finding));
            Assert.EndsWith($"→ {status[..3]}", finding.Fault!.Detail, StringComparison.Ordinal);
            Assert.NotNull(finding.Timings.FirstByte);
        }
    }

    [Fact]
    public async Task Denial_that_a_condition_wants_passes()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}", "401 Unauthorized"));
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, ["status == 401"]), server.Url(), everPassed: false));
        Assert.Null(finding.Fault);
    }

    [Theory]
    [InlineData("body contains absent", FaultCodes.ConditionBody)]
    [InlineData("json $.status == DOWN", FaultCodes.ConditionJson)]
    [InlineData("header x-a == b", FaultCodes.ConditionHeader)]
    [InlineData("latency < 0s", FaultCodes.ConditionLatency)]
    [InlineData("certificate > 1d", FaultCodes.ConditionCertificate)]
    public async Task Condition_that_fails_is_the_participants(string condition, string code)
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("""{"status":"UP"}"""));
        var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, [condition]), server.Url(), everPassed: false));
        Assert.Equal((FaultOwner.ParticipantSystem, code), Given.OwnerAndCode(finding));
    }

    [Theory]
    [InlineData("", FaultCodes.HttpClosed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty", FaultCodes.HttpClosed)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", FaultCodes.HttpClosed)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", FaultCodes.HttpMalformed)]
    [InlineData("HTTP/1.1 abc\r\n\r\n", FaultCodes.HttpMalformed)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", FaultCodes.HttpMalformed)]
    [InlineData("endless head", FaultCodes.HttpMalformed)]
    [InlineData("reset", FaultCodes.TcpReset)]
    public async Task Answer_that_is_broken_is_the_participants(string answer, string code)
    {
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            if (answer == "reset") ((NetworkStream)line).Socket.Close(0);
            else if (answer == "endless head") await WriteForeverAsync(line, "HTTP/1.1 200 OK\r\n", "X-A: b\r\n", token);
            else await line.WriteAsync(Encoding.ASCII.GetBytes(answer), token);
        });
        foreach (var everPassed in new[] { true, false })
        {
            var finding = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), server.Url(), everPassed));
            Assert.Equal((FaultOwner.ParticipantSystem, code), Given.OwnerAndCode(finding));
        }
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")]
    public async Task Answer_that_never_ends_in_time_times_out(string beginning)
    {
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            await line.WriteAsync(Encoding.ASCII.GetBytes(beginning), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        var plain = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, timeout: Given.Short), server.Url()));
        Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.HttpTimeout), Given.OwnerAndCode(plain));
        Assert.Equal(beginning.Length > 0, plain.Timings.FirstByte is not null);
        Assert.True(plain.Timings.Total >= Given.Short.TotalMilliseconds - 50);
        var gateway = await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.XRoad, timeout: Given.Short), server.Url()));
        Assert.Equal((FaultOwner.ParticipantGateway, FaultCodes.HttpTimeout), Given.OwnerAndCode(gateway));
    }

    [Fact]
    public async Task Check_that_is_cancelled_throws_and_lets_go_of_the_line()
    {
        var asked = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            asked.SetResult();
            try
            {
                Assert.Equal(0, await line.ReadAsync(new byte[1], token));
            }
            catch (IOException)
            {
                // Cut, which is letting go as well.
            }
            released.SetResult();
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Given.Token);
        using var probes = new ProbesByKind(Given.Options(), TimeProvider.System);
        var check = probes.Of(ProbeKind.Http).CheckAsync(Given.Request(Given.Definition(ProbeKind.Http), server.Url()), stop.Token);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        await released.Task.WaitAsync(Given.Patient, Given.Token);
    }

    [Fact]
    public async Task Body_without_end_is_read_up_to_the_cap_and_cut()
    {
        var written = new TaskCompletionSource<long>();
        await using var server = new LoopbackServer(async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            written.SetResult(await WriteForeverAsync(line, "HTTP/1.1 200 OK\r\n\r\n", new string('a', 16 * 1024), token));
        });
        using var exchange = new HttpExchange(new(Given.Options()), "tests");
        using var message = new HttpRequestMessage(HttpMethod.Get, server.Url());
        var (answer, trouble) = await exchange.SendAsync(message, Given.Patient, new(TimeProvider.System), Given.Token);
        Assert.Null(trouble);
        using (answer) Assert.Equal(HttpExchange.BodyCap, answer!.Body.Length);
        // What went out beyond the cap lies in the buffers of two sockets; then the line was gone.
        Assert.InRange(await written.Task.WaitAsync(Given.Patient, Given.Token), HttpExchange.BodyCap, 64 * 1024 * 1024);
    }

    [Fact]
    public async Task Body_longer_than_the_cap_is_judged_by_its_beginning()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("2.002621" + new string('x', 200_000) + "2.002622"));
        async Task<string?> CodeOf(string condition) =>
            (await Given.CheckAsync(Given.Request(Given.Definition(ProbeKind.Http, [condition]), server.Url()))).Fault?.Code;
        Assert.Null(await CodeOf("body contains 2.002621"));
        Assert.Equal(FaultCodes.ConditionBody, await CodeOf("body contains 2.002622"));
    }

    [Fact]
    public async Task Checks_at_the_same_address_do_not_take_each_others_lines()
    {
        var (first, both) = (new TaskCompletionSource(), new TaskCompletionSource());
        var seen = 0;
        await using var server = new LoopbackServer(async (line, token) =>
        {
            var head = await LoopbackServer.ReadHeadAsync(line, token);
            if (Interlocked.Increment(ref seen) == 1) first.SetResult();
            else both.SetResult();
            await both.Task;
            await line.WriteAsync(Encoding.ASCII.GetBytes(LoopbackServer.Http(head.Split(' ')[1])), token);
        });
        using var probes = new ProbesByKind(Given.Options(), TimeProvider.System);
        Task<ProbeFinding> CheckAsync(string path) => probes.Of(ProbeKind.Http).CheckAsync(
            Given.Request(Given.Definition(ProbeKind.Http, [$"body contains {path}"]), server.Url(path: path)), Given.Token);
        var a = CheckAsync("/a");
        await first.Task;
        var findings = await Task.WhenAll(a, CheckAsync("/b"));
        Assert.All(findings, f => Assert.Null(f.Fault));
        Assert.Equal(2, server.Connections);
    }

    private static async Task<long> WriteForeverAsync(Stream line, string head, string more, CancellationToken cancellationToken)
    {
        await line.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        var bytes = Encoding.ASCII.GetBytes(more);
        for (long written = 0; ; written += bytes.Length)
        {
            try
            {
                await line.WriteAsync(bytes, cancellationToken);
            }
            catch (IOException)
            {
                return written;
            }
        }
    }
}
