using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Who may do what to a step, from outside: every mandate × every action, at its own and at another's.</summary>
public sealed class ChangeTableTests(ChangeTableTests.Fixture fixture) : IClassFixture<ChangeTableTests.Fixture>
{
    private static readonly string[] Mandates =
    [
        "public", "monitor", "agency:c06", "agency:btp", "participant:provinces-63/94", "participant:provinces-63/92,provinces-63/94", "participant:provinces-63/92",
        "participant:provinces-34/94", "vendor:provinces-63/94", "approver", "reader", "admin",
    ];

    /// <summary>An action on step 1.1 of Sóc Trăng in test: where it stands before, what is asked, and the answer for each mandate in the order above.</summary>
    private static readonly (string Action, StepStatus Before, string Body, int[] Answers)[] Table =
    [
        ("changes", StepStatus.NotStarted, """{"to":"inProgress"}""", [401, 201, 403, 403, 201, 201, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.NotStarted, """{"to":"reported"}""", [401, 201, 403, 403, 201, 201, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.NotStarted, """{"to":"done"}""", [401, 201, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.InProgress, """{"to":"reported"}""", [401, 201, 403, 403, 201, 201, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.Reported, """{"to":"done"}""", [401, 201, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.Reported, """{"to":"inProgress"}""", [401, 201, 201, 403, 201, 201, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.InProgress, """{"to":"blocked","blockedOn":"c06","blockedKind":"data"}""", [401, 201, 201, 403, 201, 201, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.Blocked, """{"to":"inProgress"}""", [401, 201, 201, 403, 201, 201, 403, 403, 403, 403, 403, 403]),
        ("changes", StepStatus.Done, """{"to":"notStarted"}""", [401, 201, 422, 403, 422, 422, 403, 403, 403, 403, 403, 403]),
        ("comments", StepStatus.InProgress, "{}", [401, 201, 201, 201, 201, 201, 403, 403, 403, 403, 403, 403]),
        ("uphold", StepStatus.Done, "{}", [401, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403, 403]),
        ("service", StepStatus.InProgress, """{"state":"interrupted"}""", [401, 403, 201, 403, 403, 403, 403, 403, 403, 403, 403, 403]),
    ];

    public static TheoryData<string, string, string, string, int> Cases()
    {
        var cases = new TheoryData<string, string, string, string, int>();
        foreach (var (action, before, body, answers) in Table)
            for (var i = 0; i < Mandates.Length; i++) cases.Add(Mandates[i], action, $"{before}", body, answers[i]);
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Mandate_may_do_what_the_rules_give_it_and_nothing_else(string mandate, string action, string before, string body, int expected)
    {
        var version = await fixture.BringAsync(Enum.Parse<StepStatus>(before));
        if (action == "uphold") await fixture.FailAsync();
        var head = fixture.Seq;
        var asked = JsonSerializer.Deserialize<Dictionary<string, object>>(body)!;
        asked["note"] = "Bảng quyền";
        if (action is "changes" or "uphold") asked["version"] = version;
        if (action == "service") asked["state"] = $"{fixture.OtherServiceState()}".ToLowerInvariant();
        var path = action == "service" ? "service" : $"phases/test/steps/1.1/{action}";
        using var answer = await fixture.Client(mandate).PostAsJsonAsync(
            $"/api/v1/programmes/lien-thong/participants/94/{path}", asked, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)expected, answer.StatusCode);
        Assert.Equal(expected == 201 ? head + 1 : head, fixture.Seq);
    }

    /// <summary>The same table through the door that a circuit's methods take: a button that is hidden in the page is refused behind it too.</summary>
    [Theory, MemberData(nameof(Cases))]
    public async Task Desk_behind_the_buttons_says_the_same(string mandate, string action, string before, string body, int expected)
    {
        var version = await fixture.BringAsync(Enum.Parse<StepStatus>(before));
        if (action == "uphold") await fixture.FailAsync();
        var asked = JsonSerializer.Deserialize<Dictionary<string, string>>(body)!;
        Assert.True(Enum.TryParse<StepStatus>(asked.GetValueOrDefault("to", ""), ignoreCase: true, out var to) || action != "changes");
        var recorded = await fixture.ActAsync(mandate, actor => action switch
        {
            "changes" => new StepCommand.Change(actor, Fixture.Cell, to, version) { Note = "-", BlockedOn = asked.GetValueOrDefault("blockedOn"), BlockedKind = asked.GetValueOrDefault("blockedKind") },
            "uphold" => new StepCommand.Uphold(actor, Fixture.Cell, version, "-"),
            "comments" => new StepCommand.Comment(actor, Fixture.Cell, "-", []),
            _ => new StepCommand.SetService(actor, Fixture.Cell.Participant, fixture.OtherServiceState(), null, "-"),
        });
        RefusalKind? kind = expected switch { 201 => null, 422 => RefusalKind.Rule, _ => RefusalKind.Forbidden };
        Assert.Equal(kind, recorded.Refusal?.Kind);
    }

    /// <summary>One server for the whole table, and a client for each mandate.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public static readonly StepKey Cell = new(new("provinces-63", "94"), "test", "1.1");
        private readonly RunningServer _server = new();
        private readonly Dictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

        public long Seq => Boards.Current.Seq;

        private BoardStore Boards => _server.Services.GetRequiredService<BoardStore>();

        private ParticipantProgress Row => Boards.Of("lien-thong")[Cell.Participant];

        public HttpClient Client(string mandate) => mandate == "public" ? _server.Client : _clients[mandate];

        public async ValueTask InitializeAsync()
        {
            await _server.InitializeAsync();
            foreach (var mandate in Mandates[1..]) _clients[mandate] = _server.With(mandate);
        }

        /// <summary>Brings the cell to a status, a report being its participant's own, and tells its version.</summary>
        public async Task<int> BringAsync(StepStatus status)
        {
            var soctrang = new Actor(ActorKind.Participant, "soctrang", null, Cell.Participant);
            await RecordAsync(new(ActorKind.Monitor, "vpcp", "vpcp"), StepStatus.NotStarted);
            if (status != StepStatus.NotStarted) await RecordAsync(soctrang, StepStatus.InProgress);
            if (status is StepStatus.Reported or StepStatus.Blocked) await RecordAsync(soctrang, status);
            if (status == StepStatus.Done) await RecordAsync(new(ActorKind.Agency, "c06", "c06"), status);
            Assert.Equal(status, Row["test", "1.1"].Status);
            return Row["test", "1.1"].Version;
        }

        /// <summary>The probes see the cell fail.</summary>
        public async Task FailAsync()
        {
            var seen = new StepCommand.Observe(
                Actor.Probe("probe"), Cell, VerificationState.Failing, new("participantSystem", "tcp.refused"), Seen: false, Settled: false, Regressed: false);
            Assert.Null((await _server.Services.GetRequiredService<StepRecorder>().RecordAsync("lien-thong", seen, TestContext.Current.CancellationToken)).Refusal);
        }

        /// <summary>A state the service is not in.</summary>
        public ServiceState OtherServiceState() => Row.Service?.State == ServiceState.Open ? ServiceState.Interrupted : ServiceState.Open;

        /// <summary>Acts as a circuit would for somebody with a key of a mandate.</summary>
        public Task<Recorded> ActAsync(string mandate, Func<Actor, StepCommand> command)
        {
            var keys = _server.Services.GetRequiredService<ApiKeys>();
            var user = mandate == "public" ? new() : LiveAccess.Principal(keys.All().First(k => k.Role == mandate), "circuit");
            return _server.Services.GetRequiredService<Desk>().ActAsync(user, "lien-thong", Cell.Participant, command, TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var client in _clients.Values) client.Dispose();
            await _server.DisposeAsync();
        }

        private async Task RecordAsync(Actor actor, StepStatus to)
        {
            if (Row["test", "1.1"].Status == to) return;
            var recorded = await _server.Services.GetRequiredService<StepRecorder>().RecordAsync(
                "lien-thong",
                new StepCommand.Change(actor, Cell, to, Row["test", "1.1"].Version) { Note = "Chuẩn bị", BlockedOn = "participant", BlockedKind = "data" },
                TestContext.Current.CancellationToken);
            Assert.Null(recorded.Refusal);
        }
    }
}
