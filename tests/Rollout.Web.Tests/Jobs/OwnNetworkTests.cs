using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Web.Jobs;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Jobs;

/// <summary>When no reference can be reached it is our own network: nobody is looked at, nobody is blamed, and it is said once.</summary>
public sealed class OwnNetworkTests : IAsyncLifetime
{
    private static readonly ParticipantId HaGiang = new("provinces-63", "02");
    private readonly RunningServer _server;
    private TcpListener _reference = new(IPAddress.Loopback, 0);

    public OwnNetworkTests()
    {
        _reference.Start();
        var port = ((IPEndPoint)_reference.LocalEndpoint).Port;
        _server = new() { Configure = b => b.Configuration["Probing:References:0"] = $"tcp://127.0.0.1:{port}" };
    }

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        // Nothing listens there: a check would fail by the participant's fault.
        Get<Targets>().Put([("lien-thong", HaGiang, "test", "catalogue", new Uri("http://127.0.0.1:1/"))]);
        var said = new StepCommand.SetProbing(new(ActorKind.Participant, "tinh", null, HaGiang), HaGiang, ProbingConsent.Agreed, null);
        Assert.Null((await Get<StepRecorder>().RecordAsync("lien-thong", said, TestContext.Current.CancellationToken)).Refusal);
    }

    [Fact]
    public async Task Outage_of_ours_is_one_incident_while_nobody_is_looked_at()
    {
        await SweepAsync();
        Assert.Equal(1, Streak.Failures);

        var port = ((IPEndPoint)_reference.LocalEndpoint).Port;
        _reference.Stop();
        for (var i = 0; i < 3; i++) await SweepAsync();
        Assert.Equal(1, Streak.Failures);
        var incident = Assert.Single(Get<IncidentBook>().Open("lien-thong"));
        Assert.Equal((IncidentWatch.AnyPhase, FaultOwner.Self, "self.network"), (incident.Part.Phase, incident.Part.Owner, incident.Code));
        Assert.True(Assert.Single(Get<SweepStates>().Of("lien-thong")).NetworkOut);

        _reference = new(IPAddress.Loopback, port);
        _reference.Start();
        await SweepAsync();
        Assert.Equal(2, Streak.Failures);
        Assert.Empty(Get<IncidentBook>().Open("lien-thong"));
        Assert.NotNull(Assert.Single(Get<IncidentBook>().Latest("lien-thong", 5)).ClosedAt);
    }

    public async ValueTask DisposeAsync()
    {
        _reference.Dispose();
        await _server.DisposeAsync();
    }

    private Streak Streak => Get<StreakBook>().Of(Get<Targets>().All[0].Id, "catalogue");

    private T Get<T>() where T : notnull => _server.Services.GetRequiredService<T>();

    private Task SweepAsync() => Get<ProbeSweep>().SweepAsync(Get<BoardStore>().Of("lien-thong").Programme, TimeSpan.FromMinutes(5), SweepShard.Whole, TimeProvider.System.GetUtcNow().AddMinutes(1), TestContext.Current.CancellationToken);
}
