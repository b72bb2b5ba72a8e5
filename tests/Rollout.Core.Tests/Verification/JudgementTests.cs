using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Verification;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Verification;

/// <summary>Rules 2 to 4: what streaks come to.</summary>
public sealed class JudgementTests
{
    private static readonly VerificationPolicy Policy = LienThong.Programme.Verification;
    private static readonly StepKey Key = new(People.SocTrangId, "test", "1.3");

    [Theory]
    [InlineData("p")]
    [InlineData("pp")]
    [InlineData("fpp")]
    public void Passes_below_the_threshold_begin_the_step_and_settle_nothing(string results)
    {
        var said = Judge(new(), results)!;
        Assert.Equal((NotObservable, true, false), (said.Verification, said.Seen, said.Settled));
    }

    [Fact]
    public void Enough_passes_settle()
    {
        var said = Judge(new(), "ppp")!;
        Assert.Equal((Passing, true, true, null), (said.Verification, said.Seen, said.Settled, said.FaultMark));
    }

    [Fact]
    public void Faults_of_others_between_passes_do_not_break_the_row() => Assert.True(Judge(new(), "pcpsp")!.Settled);

    [Fact]
    public void Own_fault_between_passes_breaks_the_row() => Assert.False(Judge(new(), "ppfp")!.Settled);

    [Fact]
    public void Enough_own_failures_fail_and_name_the_fault()
    {
        var said = Judge(new() { Verification = Passing }, "pppfgf")!;
        Assert.Equal((Failing, new FaultMark("participantSystem", "tcp.refused")), (said.Verification, said.FaultMark));
        Assert.Null(Judge(new() { Verification = Passing, Status = StepStatus.Done }, "pppff"));
    }

    [Fact]
    public void Others_faults_never_fail_a_participant() =>
        Assert.DoesNotContain(Enumerable.Range(1, 30), n => Judge(Done(Passing), "ppp" + new string('c', n))?.Verification == Failing);

    [Fact]
    public void Without_a_target_or_a_result_that_counts_nothing_is_observable()
    {
        Assert.Null(Judge(new(), (string?)null));
        Assert.Null(Judge(new(), "sss"));
        var said = Judge(Done(Passing), "sss")!;
        Assert.Equal((NotObservable, new FaultMark("self", "dns")), (said.Verification, said.FaultMark));
    }

    [Fact]
    public void Result_that_counted_longer_than_three_intervals_ago_is_stale()
    {
        Assert.Null(Judge(Done(Passing), "ppp", late: 3));
        Assert.Equal(Stale, Judge(Done(Passing), "ppp", late: 3.01)!.Verification);
        Assert.Equal(Stale, Judge(Done(Failing), "fff", late: 3.01)!.Verification);
        Assert.Equal(new FaultMark("ndxp", "http.502"), Judge(Done(Passing), "pppcccc")!.FaultMark);
    }

    [Fact]
    public void Stale_passes_settle_nothing() =>
        Assert.False(Judge(new() { Status = StepStatus.InProgress, Verification = Passing }, "ppp", late: 4)!.Settled);

    [Theory]
    [InlineData(Passing, "pppf")]
    [InlineData(Passing, "pppffpf")]
    [InlineData(Failing, "fffp")]
    [InlineData(Failing, "fffppfpp")]
    public void Flapping_between_the_thresholds_says_nothing(VerificationState before, string results) => Assert.Null(Judge(Done(before), results));

    [Fact]
    public void Two_probes_must_both_pass_to_settle_a_step()
    {
        var one = Judge(new(), "ppp", "pp")!;
        Assert.Equal((NotObservable, true, false), (one.Verification, one.Seen, one.Settled));
        var both = Judge(new(), "ppp", "ppp")!;
        Assert.Equal((Passing, true), (both.Verification, both.Settled));
        Assert.Null(Judge(Done(null), "ppp", null));
    }

    [Theory]
    [InlineData("fff", "ppp", Failing)]
    [InlineData("ppp", "fff", Failing)]
    [InlineData("fff", null, Failing)]
    [InlineData("ppp", null, NotObservable)]
    public void Step_is_as_good_as_its_worst_probe(string first, string? second, VerificationState worst)
    {
        var said = Judge(new() { Status = StepStatus.Done, Verification = Stale }, first, second)!;
        Assert.Equal(worst, said.Verification);
        Assert.Equal(worst == Failing ? (first == "fff" ? "probe0" : "probe1") : "probe1", said.Actor.Name);
    }

    [Fact]
    public void Done_step_regresses_only_when_it_has_been_failing_for_the_policys_time()
    {
        var since = Streaks.EndOf("fff");
        var cell = new StepState { Status = StepStatus.Done, Basis = Basis.Probe, Verification = Failing, VerifiedSince = since };
        Assert.Null(Judge(cell, Failures(since + Policy.RegressAfter - Streaks.Interval)));
        Assert.True(Judge(cell, Failures(since + Policy.RegressAfter))!.Regressed);
    }

    [Fact]
    public void Long_failing_says_nothing_to_a_step_that_people_settled()
    {
        var since = Streaks.EndOf("fff");
        var cell = new StepState { Status = StepStatus.Done, Verification = Failing, VerifiedSince = since };
        foreach (var basis in (Basis[])[Basis.Baseline, Basis.Confirmation, Basis.Correction])
            Assert.Null(Judge(cell with { Basis = basis }, Failures(since + TimeSpan.FromDays(4))));
    }

    [Fact]
    public void Outage_of_our_own_does_not_count_towards_the_regress()
    {
        // Failing, then blind for four days, then one more failure: what was not seen cannot be held against the participant.
        var streak = Streaks.Of("fff").After(new(FaultOwner.Self, "dns", ""), Streaks.Start.AddDays(2));
        var seenAgain = Streaks.Start.AddDays(4);
        var said = Judgement.Of(
            Key, new() { Status = StepStatus.Done, Basis = Basis.Probe, Verification = Stale, VerifiedSince = Streaks.Start.AddHours(1) },
            [new("probe0", streak.After(new(FaultOwner.ParticipantSystem, "tcp.refused", ""), seenAgain), Policy, Streaks.Interval)], seenAgain)!;
        Assert.Equal((Failing, false), (said.Verification, said.Regressed));
    }

    [Fact]
    public void Step_without_probes_is_not_judged() => Assert.Null(Judgement.Of(Key, new(), [], Times.Now));

    [Fact]
    public void Judgement_that_is_known_already_says_nothing()
    {
        Assert.Null(Judge(Done(Passing), "ppp"));
        Assert.Null(Judge(Done(Failing), "fff"));
        Assert.NotNull(Judge(new() { Status = StepStatus.InProgress, Verification = Passing }, "ppp"));
    }

    private static StepState Done(VerificationState? seen) =>
        new() { Status = StepStatus.Done, Basis = Basis.Confirmation, Verification = seen, VerifiedSince = Streaks.Start };

    private static string Failures(DateTimeOffset until) => new('f', (int)((until - Streaks.Start) / Streaks.Interval) + 1);

    private static StepCommand.Observe? Judge(StepState cell, string? results, double late = 0) => Judge(cell, late, results);

    private static StepCommand.Observe? Judge(StepState cell, string first, string? second) => Judge(cell, 0, first, second);

    /// <summary>Judges probes by their results, a number of intervals after the last one; null is a probe without a target.</summary>
    private static StepCommand.Observe? Judge(StepState cell, double late, params string?[] probes) => Judgement.Of(
        Key, cell, [.. probes.Select((r, i) => new ProbeSighting($"probe{i}", r is null ? null : Streaks.Of(r), Policy, Streaks.Interval))],
        probes.Max(r => Streaks.EndOf(r ?? "p")) + (Streaks.Interval * late));
}
