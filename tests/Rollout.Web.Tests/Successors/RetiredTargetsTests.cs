using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Web.Jobs;
using Rollout.Web.Reading;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Successors;

/// <summary>Addresses of provinces that were joined, on a server that does not keep looking.</summary>
public sealed class RetiredTargetsTests : IAsyncLifetime
{
    private readonly RunningServer _server = new() { Configure = b => b.Configuration["Probing:KeepTakenOver"] = "false" };

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var code in (string[])["92", "01"])
        {
            var id = new ParticipantId("provinces-63", code);
            _server.Services.GetRequiredService<Targets>().Put([("lien-thong", id, "test", "catalogue", new Uri($"https://tinh-{code}.example/"))]);
            var recorded = await _server.Services.GetRequiredService<StepRecorder>().RecordAsync(
                "lien-thong", new StepCommand.SetProbing(new(ActorKind.Participant, "thu", Participant: id), id, ProbingConsent.Agreed, null), TestContext.Current.CancellationToken);
            Assert.Null(recorded.Refusal);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public void Joined_provinces_are_not_looked_at_any_more_and_others_are()
    {
        var programme = Boards.Of("lien-thong").Programme;
        var plan = _server.Services.GetRequiredService<ProbePlan>();
        Assert.Equal(["01"], plan.Wanted(programme, null, null).Select(o => o.Target.Participant.Code).Distinct());
        Assert.Equal(["01"], plan.Due(programme, TimeSpan.FromMinutes(5), SweepShard.Whole, DateTimeOffset.MaxValue).Select(o => o.Target.Participant.Code).Distinct());
    }

    [Fact]
    public void Their_lines_say_retired_and_nothing_fails()
    {
        var lines = _server.Services.GetRequiredService<ProbeReading>().Lines(Boards.Of("lien-thong"), null, null);
        Assert.Equal(["01 ", "92 retired"], lines.Select(l => $"{l.Participant.Code} {l.Quiet}").Distinct().Order(StringComparer.Ordinal));
        Assert.All(lines.Where(l => l.Retired), l => Assert.Equal((VerificationState.NotObservable, null), (l.State, l.Fault)));
    }

    private BoardStore Boards => _server.Services.GetRequiredService<BoardStore>();
}
