using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class DossierProbeTests
{
    private const string All = """{"arrived":true,"synchronised":true,"returned":true,"status":"settled","result":"certificate"}""";

    [Fact]
    public async Task Dossier_that_comes_back_passes_every_leg_in_one_trip_and_is_removed()
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(DossierDesk.State(true, false, false));
        desk.States.Enqueue(DossierDesk.State(true, true, false));
        desk.States.Enqueue(All);
        var results = await RunAsync(desk);
        Assert.Equal(["arrived", "synchronised", "returned"], results.Select(r => r.Probe));
        Assert.All(results, r => Assert.Null(r.Fault));
        Assert.True(results[0].Timings.Total < results[1].Timings.Total && results[1].Timings.Total < results[2].Timings.Total);
        Assert.Equal(["POST", "GET", "GET", "GET", "DELETE"], desk.Methods);
        Assert.Empty(desk.Kept);
        Assert.Matches("^POST → 201 .*\nGET → 200 .*certificate.*\nDELETE → 204$", results[0].Said);
    }

    [Fact]
    public async Task Submission_carries_the_account_the_key_and_the_filled_body()
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(All);
        await RunAsync(desk);
        var (_, path, headers, body) = desk.Asked.First();
        Assert.Equal("/test/dossiers/", path);
        Assert.Equal(("granted", "application/json"), (headers["Authorization"], headers["Content-Type"]));
        Assert.Matches($$"""^{"kind":"(birth|death)","key":"{{headers["Idempotency-Key"]}}","who":"01","word":"hồ sơ"}$""", body);
        Assert.All(desk.Asked, a => Assert.Equal((headers["Idempotency-Key"], "granted"), (a.Headers["Idempotency-Key"], a.Headers["Authorization"])));
        Assert.All(desk.Asked.Skip(1), a => Assert.Equal($"/test/dossiers/d-{headers["Idempotency-Key"]}", a.Path));
        Assert.DoesNotContain("granted", (await RunAsync(desk))[0].Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, false, "dossier.notArrived dossier.notArrived dossier.notArrived", FaultOwner.ParticipantSystem)]
    [InlineData(true, false, false, "- dossier.notSynchronised dossier.notSynchronised", FaultOwner.ParticipantSystem)]
    [InlineData(true, true, false, "- - dossier.notReturned", FaultOwner.ParticipantSystem)]
    [InlineData(true, false, true, "- dossier.notSynchronised -", FaultOwner.ParticipantSystem)]
    public async Task Dossier_that_stands_still_is_the_fault_of_where_it_stopped(bool arrived, bool synchronised, bool returned, string codes, string owner)
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(DossierDesk.State(arrived, synchronised, returned));
        var results = await RunAsync(desk, timeout: Given.Short * 2);
        Assert.Equal(codes, string.Join(' ', results.Select(r => r.Fault?.Code ?? "-")));
        Assert.All(results.Where(r => !r.Passed), r => Assert.Equal((owner, "s"), (r.Fault!.Owner, r.Fault.Detail)));
        Assert.Empty(desk.Kept);
    }

    [Theory]
    [InlineData("ndxp", "ndxp")]
    [InlineData("btp", "btp")]
    [InlineData("c06", FaultOwner.ParticipantSystem)]
    [InlineData("self", FaultOwner.ParticipantSystem)]
    public async Task Dossier_that_lies_with_an_agency_on_its_way_is_that_agencys(string holder, string owner)
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(DossierDesk.State(true, false, false, $$""","heldBy":"{{holder}}","final":true"""));
        var results = await RunAsync(desk);
        Assert.Null(results[0].Fault);
        Assert.All(results[1..], r => Assert.Equal((owner, FaultCodes.DossierNotSynchronised), (r.Fault!.Owner, r.Fault.Code)));
    }

    [Fact]
    public async Task Dossier_that_will_come_no_further_is_not_waited_for()
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(DossierDesk.State(true, true, false, ",\"final\":true"));
        Assert.Equal([null, null, FaultCodes.DossierNotReturned], (await RunAsync(desk)).Select(r => r.Fault?.Code));
        Assert.Equal(["POST", "GET", "DELETE"], desk.Methods);
    }

    [Fact]
    public async Task Only_the_legs_asked_for_are_waited_for()
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(DossierDesk.State(true, true, false));
        var result = await RunAsync(desk, Legs(desk.Url)[1..2]);
        Assert.Null(Assert.Single(result).Fault);
        Assert.Equal(["POST", "GET", "DELETE"], desk.Methods);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("silent")]
    public async Task Submission_whose_answer_is_lost_is_sent_again_with_the_same_key(string how)
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(All);
        var lost = 0;
        desk.Instead = async (method, token) =>
        {
            if (method != "POST" || Interlocked.Increment(ref lost) > 1) return null;
            if (how == "silent") await Task.Delay(Timeout.Infinite, token);
            return "";
        };
        var results = await RunAsync(desk, timeout: TimeSpan.FromSeconds(3));
        Assert.All(results, r => Assert.Null(r.Fault));
        Assert.Equal(["POST", "POST", "GET", "DELETE"], desk.Methods);
        Assert.Single(desk.Asked.Select(a => a.Headers["Idempotency-Key"]).Distinct(StringComparer.Ordinal));
        Assert.Empty(desk.Kept);
    }

    [Fact]
    public async Task Submission_that_never_is_answered_is_removed_by_its_key()
    {
        await using var desk = new DossierDesk();
        desk.Instead = (method, _) => Task.FromResult(method == "POST" ? "" : null);
        var results = await RunAsync(desk);
        Assert.All(results, r => Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.HttpClosed), (r.Fault!.Owner, r.Fault.Code)));
        Assert.Equal(["POST", "POST", "POST", "DELETE"], desk.Methods);
        Assert.EndsWith(desk.Asked.First().Headers["Idempotency-Key"], desk.Asked.Last().Path, StringComparison.Ordinal);
        Assert.Empty(desk.Kept);
    }

    [Theory]
    [InlineData("401 Unauthorized", true, FaultOwner.ParticipantSystem)]
    [InlineData("401 Unauthorized", false, FaultOwner.Self)]
    [InlineData("500 Oops", false, FaultOwner.ParticipantSystem)]
    public async Task Submission_refused_is_the_participants_unless_we_have_no_rights_yet(string status, bool everPassed, string owner)
    {
        await using var desk = new DossierDesk();
        desk.Instead = (method, _) => Task.FromResult(method == "POST" ? LoopbackServer.Http("no", status) : null);
        var results = await RunAsync(desk, Legs(desk.Url, everPassed));
        Assert.All(results, r => Assert.Equal((owner, FaultCodes.ConditionStatus), (r.Fault!.Owner, r.Fault.Code)));
        Assert.Empty(desk.Kept);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":".."}""")]
    [InlineData("login")]
    public async Task Answer_without_a_usable_id_is_unreadable_and_removed_by_the_key(string body)
    {
        await using var desk = new DossierDesk();
        desk.Instead = (method, _) => Task.FromResult(method == "POST" ? LoopbackServer.Http(body) : null);
        var results = await RunAsync(desk);
        Assert.All(results, r => Assert.Equal((FaultOwner.ParticipantSystem, FaultCodes.DossierUnreadable), (r.Fault!.Owner, r.Fault.Code)));
        Assert.Equal(["POST", "DELETE"], desk.Methods);
        Assert.Empty(desk.Kept);
    }

    [Theory]
    [InlineData("500 Oops", "{}", FaultCodes.ConditionStatus)]
    [InlineData("200 OK", "{\"arrived\":\"yes\"}", FaultCodes.DossierUnreadable)]
    [InlineData("403 Forbidden", "{}", FaultCodes.ConditionStatus)]
    public async Task Dossier_that_cannot_be_followed_is_removed(string status, string body, string code)
    {
        await using var desk = new DossierDesk();
        desk.Instead = (method, _) => Task.FromResult(method == "GET" ? LoopbackServer.Http(body, status) : null);
        var results = await RunAsync(desk, timeout: Given.Short);
        Assert.All(results, r => Assert.Equal((FaultOwner.ParticipantSystem, code), (r.Fault!.Owner, r.Fault.Code)));
        Assert.Empty(desk.Kept);
    }

    [Fact]
    public async Task Answer_that_fails_once_on_the_way_is_asked_for_again()
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(All);
        var first = true;
        desk.Instead = (method, _) =>
        {
            var fails = method == "GET" && first;
            if (method == "GET") first = false;
            return Task.FromResult(fails ? "" : null);
        };
        Assert.All(await RunAsync(desk), r => Assert.Null(r.Fault));
        Assert.Equal(["POST", "GET", "GET", "DELETE"], desk.Methods);
    }

    [Fact]
    public async Task Run_that_is_cancelled_removes_the_dossier_first()
    {
        await using var desk = new DossierDesk();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Given.Token);
        desk.Instead = async (method, token) =>
        {
            if (method != "GET") return null;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(desk, cancel: stop.Token));
        Assert.Equal(["POST", "GET", "DELETE"], desk.Methods);
        Assert.Empty(desk.Kept);
    }

    [Fact]
    public async Task Run_cancelled_while_it_submits_removes_by_the_key()
    {
        await using var desk = new DossierDesk();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Given.Token);
        desk.Instead = async (method, token) =>
        {
            if (method != "POST") return null;
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return "";
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(desk, cancel: stop.Token));
        Assert.Empty(desk.Kept);
    }

    [Fact]
    public async Task Removal_that_fails_is_tried_again_and_then_told()
    {
        await using var desk = new DossierDesk();
        desk.States.Enqueue(All);
        desk.Instead = (method, _) => Task.FromResult(method == "DELETE" ? LoopbackServer.Http("locked", "500 Oops") : null);
        var results = await RunAsync(desk);
        Assert.All(results, r => Assert.Null(r.Fault));
        Assert.Equal(["POST", "GET", "DELETE", "DELETE"], desk.Methods);
        Assert.EndsWith("DELETE → 500 locked", results[0].Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_that_is_missing_is_ours_and_nothing_is_sent()
    {
        await using var desk = new DossierDesk();
        var undeclared = Legs(desk.Url).Select(o => o with { Definition = Leg(DossierLeg.Arrived, null) }).ToArray();
        foreach (var results in new[] { await RunAsync(desk, account: null), await RunAsync(desk, undeclared) })
            Assert.All(results, r => Assert.Equal((FaultOwner.Self, FaultCodes.SelfTestAccountMissing), (r.Fault!.Owner, r.Fault.Code)));
        Assert.Empty(desk.Asked);
    }

    [Fact]
    public async Task Phase_in_which_it_may_not_run_gets_nothing()
    {
        await using var desk = new DossierDesk();
        var orders = Legs(desk.Url).Select(o => o with { Target = o.Target with { Phase = "production" } }).ToArray();
        Assert.All(await RunAsync(desk, orders), r => Assert.Equal((FaultOwner.Self, FaultCodes.SelfPhase), (r.Fault!.Owner, r.Fault.Code)));
        Assert.Empty(desk.Asked);
    }

    [Fact]
    public async Task Name_that_comes_to_mean_a_forbidden_address_on_the_way_is_not_followed()
    {
        await using var desk = new DossierDesk();
        var asked = 0;
        Task<IPAddress[]> Resolve(string host, CancellationToken token) =>
            Task.FromResult(new[] { IPAddress.Parse(Interlocked.Increment(ref asked) == 1 ? "127.0.0.1" : "169.254.169.254") });
        var request = Given.Request(Leg(DossierLeg.Arrived, "secret:account"), new($"http://dossiers.example:{desk.Url.Port}/"), secrets: _ => "granted");
        var finding = await Given.CheckAsync(request, Resolve);
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfAddressForbidden), Given.OwnerAndCode(finding));
        Assert.Equal(["POST"], desk.Methods);
    }

    private static ProbeDefinition Leg(DossierLeg leg, string? account) => Given.Definition(ProbeKind.Dossier, headers: account is null ? [] : [("Authorization", account)]) with
    {
        Key = char.ToLowerInvariant(leg.ToString()[0]) + leg.ToString()[1..],
        Leg = leg,
        Body = """{"kind":"{kind}","key":"{key}","who":"{participant}","word":"hồ sơ"}""",
        Via = leg == DossierLeg.Synchronised ? "ndxp" : null,
        Owner = leg == DossierLeg.Synchronised ? "btp" : "c06",
    };

    private static ProbeOrder[] Legs(Uri url, bool everPassed = true) =>
        [.. Enum.GetValues<DossierLeg>().Select(l => new ProbeOrder(Leg(l, "secret:account"), Given.Target(url), everPassed))];

    private static async Task<List<ProbeResult>> RunAsync(
        DossierDesk desk, ProbeOrder[]? orders = null, TimeSpan? timeout = null, string? account = "granted", CancellationToken? cancel = null)
    {
        orders = [.. (orders ?? Legs(desk.Url)).Select(o => timeout is null ? o : o with { Definition = o.Definition with { Timeout = timeout.Value } })];
        using var probes = new ProbesByKind(Given.Options(), TimeProvider.System);
        var runner = new ProbeRunner(probes, Given.Options(), _ => account, () => DateTimeOffset.UnixEpoch, NullLogger<ProbeRunner>.Instance);
        var results = new ConcurrentQueue<ProbeResult>();
        await runner.RunAsync(orders, urgent: false, (result, _) =>
        {
            results.Enqueue(result);
            return ValueTask.CompletedTask;
        }, cancel ?? Given.Token);
        return [.. results];
    }
}
