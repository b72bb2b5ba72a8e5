using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Quiet;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Jobs;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Jobs;

/// <summary>Who is looked at, and when.</summary>
public sealed class ProbePlanTests : IAsyncLifetime
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private readonly RunningServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var code in (string[])["02", "04", "06"])
        {
            Get<Targets>().Put([("lien-thong", Id(code), "test", "catalogue", new Uri($"https://tinh-{code}.example/")), ("lien-thong", Id(code), "production", "civil", new Uri($"https://tinh-{code}.example/civil"))]);
            if (code != "06") await AgreeAsync(Id(code));
        }
    }

    [Fact]
    public void Only_those_who_agreed_are_planned_each_with_the_probes_of_its_role() =>
        Assert.Equal(["02 catalogue", "02 civil", "04 catalogue", "04 civil"], Codes(Get<ProbePlan>().Due(Programme, Every, SweepShard.Whole, DateTimeOffset.MaxValue)));

    [Fact]
    public void Interval_that_no_probe_has_plans_nothing() => Assert.Empty(Get<ProbePlan>().Due(Programme, TimeSpan.FromMinutes(4), SweepShard.Whole, DateTimeOffset.MaxValue));

    [Fact]
    public void Person_gets_one_participant_or_phase()
    {
        Assert.Equal(["02 catalogue", "02 civil"], Codes(Get<ProbePlan>().Wanted(Programme, "02", null)));
        Assert.Equal(["02 catalogue", "04 catalogue"], Codes(Get<ProbePlan>().Wanted(Programme, null, "test")));
        Assert.Empty(Get<ProbePlan>().Wanted(Programme, "06", null));
    }

    [Fact]
    public void Quiet_hours_leave_out_whom_they_hold()
    {
        var now = Get<DomainClock>().Now;
        Get<MaintenanceBook>().Add(new(0, "lien-thong", new(Id("02"), null, "civil", null), now.AddMinutes(-5), now.AddHours(1), null, null, "Nâng cấp", "thu"));
        Assert.Equal(["02 catalogue", "04 catalogue", "04 civil"], Codes(Get<ProbePlan>().Due(Programme, Every, SweepShard.Whole, DateTimeOffset.MaxValue)));
    }

    [Fact]
    public void Checks_are_spread_over_the_interval_and_each_target_keeps_its_place()
    {
        var plan = ActivatorUtilities.CreateInstance<ProbePlan>(_server.Services, new SweepSettings(null, Spread: 0.8));
        var (first, second) = (plan.Due(Programme, Every, SweepShard.Whole, DateTimeOffset.MaxValue), plan.Due(Programme, Every, SweepShard.Whole, DateTimeOffset.MaxValue));
        Assert.Equal(first.Select(o => (o.Target, o.After)), second.Select(o => (o.Target, o.After)));
        Assert.All(first, o => Assert.InRange(o.After, TimeSpan.Zero, Every * 0.8));
        Assert.Equal(first.Length, first.Select(o => o.After).Distinct().Count());
        Assert.All(plan.Wanted(Programme, null, null), o => Assert.Equal(TimeSpan.Zero, o.After));
    }

    [Fact]
    public void Nobody_is_waited_for_longer_than_half_an_interval()
    {
        var quick = ActivatorUtilities.CreateInstance<ProbePlan>(_server.Services, new SweepSettings(TimeSpan.FromSeconds(5)));
        Assert.All(quick.Wanted(Programme, null, null), o => Assert.Equal(TimeSpan.FromSeconds(2.5), o.Definition.Timeout));
        Assert.All(Get<ProbePlan>().Wanted(Programme, null, null), o => Assert.Equal(Programme.FindProbe(o.Definition.Key)!.Timeout, o.Definition.Timeout));
    }

    [Fact]
    public void Long_dead_are_skipped_until_they_pass_once_and_a_person_always_gets_them()
    {
        var time = new Clock();
        var rhythm = new ProbeRhythm(time);
        var plan = ActivatorUtilities.CreateInstance<ProbePlan>(_server.Services, rhythm);
        var target = Get<Targets>().All.First(t => t.Participant == Id("02") && t.Role == "catalogue");
        void Seen(Fault? fault) => rhythm.Note(new(target, "catalogue", Get<DomainClock>().Now, fault, new(null, null, null, null, 1), null, null));

        for (var i = 0; i < BackOff.Patience; i++) Seen(new(FaultOwner.Self, "net.firewall", ""));
        time.Pass(Every);
        Assert.DoesNotContain("02 catalogue", Codes(plan.Due(Programme, Every, SweepShard.Whole, DateTimeOffset.MaxValue)));
        Assert.Contains("02 catalogue", Codes(plan.Wanted(Programme, null, null)));
        time.Pass(Every);
        Assert.Contains("02 catalogue", Codes(plan.Due(Programme, Every, SweepShard.Whole, DateTimeOffset.MaxValue)));
        Assert.Equal(2, rhythm.Factor(target.Id, "catalogue"));

        Seen(null);
        Assert.Contains("02 catalogue", Codes(plan.Due(Programme, Every, SweepShard.Whole, DateTimeOffset.MaxValue)));
        Assert.Equal(1, rhythm.Factor(target.Id, "catalogue"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Programme Programme => Get<BoardStore>().Of("lien-thong").Programme;

    private static ParticipantId Id(string code) => new("provinces-63", code);

    private static IEnumerable<string> Codes(IEnumerable<Probing.ProbeOrder> orders) =>
        orders.Select(o => $"{o.Target.Participant.Code} {o.Definition.Key}").Order(StringComparer.Ordinal);

    private async Task AgreeAsync(ParticipantId id)
    {
        var said = new StepCommand.SetProbing(new(ActorKind.Participant, "tinh", null, id), id, ProbingConsent.Agreed, null);
        Assert.Null((await Get<StepRecorder>().RecordAsync("lien-thong", said, TestContext.Current.CancellationToken)).Refusal);
    }

    private T Get<T>() where T : notnull => _server.Services.GetRequiredService<T>();

    /// <summary>Real time that goes on when told.</summary>
    private sealed class Clock : TimeProvider
    {
        private TimeSpan _passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed.Ticks;

        public void Pass(TimeSpan time) => _passed += time;
    }
}
