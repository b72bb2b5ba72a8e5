using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Web.Jobs;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Jobs;

/// <summary>A shared part fails for most participants, over real sockets: one incident, and nobody's streak moves.</summary>
public sealed class IncidentTests : IAsyncLifetime
{
    private static readonly string[] Codes = ["02", "04", "06", "08", "10", "12"];
    private readonly HashSet<string> _broken = [];
    private readonly RunningServer _server = new();
    private WebApplication? _platform;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _platform = builder.Build();
        // The probe "civil" goes through the platform that NDXP runs.
        _platform.MapGet("/{code}", (string code) => _broken.Contains(code) ? Results.StatusCode(502) : Results.Json(new { status = "UP" }));
        await _platform.StartAsync(Token);
        foreach (var code in Codes)
        {
            Get<Targets>().Put([("lien-thong", Id(code), "test", "civil", new Uri($"{_platform.Urls.First()}/{code}"))]);
            var said = await Get<StepRecorder>().RecordAsync(
                "lien-thong", new StepCommand.SetProbing(new(ActorKind.Participant, "tinh", null, Id(code)), Id(code), ProbingConsent.Agreed, null), Token);
            Assert.Null(said.Refusal);
        }
    }

    [Fact]
    public async Task Failure_of_most_is_one_incident_opened_and_closed_once_and_moves_nobody()
    {
        for (var i = 0; i < 3; i++) await SweepAsync();
        Assert.All(Codes, c => Assert.Equal((StepStatus.Done, VerificationState.Passing), (Cell(c).Status, Cell(c).Verification)));
        var streaks = Codes.ToDictionary(c => c, c => Streak(c).Passes);

        Break("02", "04", "06", "08", "10");
        for (var i = 0; i < 5; i++) await SweepAsync();

        var incident = Assert.Single(Get<IncidentBook>().Open("lien-thong"));
        Assert.Equal(("test", "ndxp", "condition.status"), (incident.Part.Phase, incident.Part.Owner, incident.Code));
        Assert.Equal(["02", "04", "06", "08", "10"], incident.Touched.Select(t => t.Code).Order());
        Assert.All(Codes, c => Assert.Equal((StepStatus.Done, VerificationState.Passing), (Cell(c).Status, Cell(c).Verification)));
        Assert.All(incident.Touched, t => Assert.Equal((streaks[t.Code], 0, "ndxp"), (Streak(t.Code).Passes, Streak(t.Code).Failures, Streak(t.Code).Last!.Owner)));

        _broken.Clear();
        for (var i = 0; i < 3; i++) await SweepAsync();
        Assert.Empty(Get<IncidentBook>().Open("lien-thong"));
        Assert.NotNull(Assert.Single(Get<IncidentBook>().Latest("lien-thong", 10)).ClosedAt);
        Assert.All(incident.Touched, t => Assert.Equal(streaks[t.Code] + 3, Streak(t.Code).Passes));
    }

    [Fact]
    public async Task Failure_of_a_few_is_their_own()
    {
        for (var i = 0; i < 3; i++) await SweepAsync();
        Break("02", "04");
        for (var i = 0; i < 3; i++) await SweepAsync();
        Assert.Empty(Get<IncidentBook>().Latest("lien-thong", 10));
        Assert.Equal((VerificationState.Failing, "participantSystem"), (Cell("02").Verification, Cell("02").FaultMark?.Owner));
        Assert.Equal(VerificationState.Passing, Cell("06").Verification);
    }

    [Fact]
    public async Task Incident_outlives_a_restart_of_those_who_watch()
    {
        for (var i = 0; i < 3; i++) await SweepAsync();
        Break(Codes);
        await SweepAsync();
        var incident = Assert.Single(Get<IncidentBook>().Open("lien-thong"));
        // A new watch has seen nobody: it neither closes what is open nor opens another.
        var watch = ActivatorUtilities.CreateInstance<IncidentWatch>(_server.Services);
        var target = Get<Targets>().All.First(t => t.Participant == Id("02"));
        var (result, _) = watch.Attribute(Programme, new(target, "civil", incident.OpenedAt, new("participantSystem", "condition.status", ""), new(null, null, null, null, 1), null, null));
        Assert.Equal("ndxp", result.Fault?.Owner);
        watch.Attribute(Programme, result with { Fault = null });
        Assert.Equal(incident.Id, Assert.Single(Get<IncidentBook>().Open("lien-thong")).Id);
    }

    public async ValueTask DisposeAsync()
    {
        if (_platform is not null) await _platform.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Programme Programme => Get<BoardStore>().Of("lien-thong").Programme;

    private static ParticipantId Id(string code) => new("provinces-63", code);

    private void Break(params string[] codes) => _broken.UnionWith(codes);

    private Core.Verification.Streak Streak(string code) => Get<StreakBook>().Of(Get<Targets>().All.First(t => t.Participant == Id(code)).Id, "civil");

    private StepState Cell(string code) => Get<BoardStore>().Of("lien-thong")[Id(code)]["test", "2.2"];

    private T Get<T>() where T : notnull => _server.Services.GetRequiredService<T>();

    private Task SweepAsync() => Get<ProbeSweep>().SweepAsync(Programme, TimeSpan.FromMinutes(5), SweepShard.Whole, TimeProvider.System.GetUtcNow().AddMinutes(1), Token);
}
