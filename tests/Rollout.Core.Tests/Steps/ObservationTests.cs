using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Steps;

/// <summary>Rules 2, 3 and 8: what probes may do to a step.</summary>
public sealed class ObservationTests
{
    [Fact]
    public void First_pass_makes_a_step_not_started_begin() =>
        Given.Row.WhenSeen("1.3", NotObservable, seen: true).Then(NotStarted, InProgress, Basis.Probe);

    [Fact]
    public void Settling_probes_make_the_step_done()
    {
        foreach (var before in (StepStatus[])[InProgress, Reported])
            Given.Row.Has("1.3", before).WhenSeen("1.3", Passing, seen: true, settled: true)
                .Then(
                    new StepEvent.VerificationChanged(null, Passing, null) { Status = before },
                    new StepEvent.StatusChanged(before, Done, Basis.Probe));
        Given.Row.Sees("1.3", Passing).WhenSeen("1.3", Passing, seen: true, settled: true).Then(NotStarted, Done, Basis.Probe);
    }

    [Fact]
    public void Evidence_probe_makes_the_step_reported_and_leaves_the_rest_to_its_confirmers()
    {
        var given = Given.Row.Sees("1.4", Passing);
        var reported = given.WhenSeen("1.4", Passing, seen: true, settled: true).Then(NotStarted, Reported, Basis.Probe);
        reported.WhenSeen("1.4", Passing, seen: true, settled: true).ThenNothing();
        Assert.Equal(ActorKind.Probe, reported.Cell("1.4").ReportedBy!.Kind);
    }

    [Fact]
    public void Passes_never_leave_blocked_but_the_verification_is_kept()
    {
        foreach (var step in (string[])["1.3", "1.4"])
            Given.Row.Has(step, Blocked).WhenSeen(step, Passing, seen: true, settled: true)
                .Then(new StepEvent.VerificationChanged(null, Passing, null) { Status = Blocked });
    }

    [Fact]
    public void Verification_change_is_an_entry_that_leaves_status_and_version()
    {
        var fault = new FaultMark("participantSystem", "tcp.refused");
        var after = Given.Row.HasDone("1.3").Sees("1.3", Passing).WhenSeen("1.3", Failing, fault: fault)
            .Then(new StepEvent.VerificationChanged(Passing, Failing, fault) { Status = Done });
        Assert.Equal((Done, 1, Failing), (after.Cell("1.3").Status, after.Cell("1.3").Version, after.Cell("1.3").Verification));
        Assert.Equal(fault, after.Cell("1.3").FaultMark);
    }

    [Fact]
    public void Same_verification_again_is_no_entry() => Given.Row.HasDone("1.3").Sees("1.3", Failing).WhenSeen("1.3", Failing).ThenNothing();

    [Fact]
    public void Nothing_seen_of_a_cell_never_seen_is_no_entry() => Given.Row.WhenSeen("1.3", NotObservable).ThenNothing();

    [Fact]
    public void Long_failing_sends_back_only_what_a_probe_settled()
    {
        Given.Row.Has("1.3", Done, basis: Basis.Probe).Sees("1.3", Failing).WhenSeen("1.3", Failing, regressed: true)
            .Then(Done, InProgress, Basis.Probe);
        foreach (var basis in (Basis[])[Basis.Baseline, Basis.Report, Basis.Confirmation, Basis.Correction])
            Given.Row.Has("1.3", Done, basis: basis).Sees("1.3", Failing).WhenSeen("1.3", Failing, regressed: true).ThenNothing();
    }

    [Fact]
    public void Failing_alone_sends_nothing_back() =>
        Given.Row.Has("1.3", Done, basis: Basis.Probe).WhenSeen("1.3", Failing)
            .Then(new StepEvent.VerificationChanged(null, Failing, null) { Status = Done });

    [Fact]
    public void Settling_probe_in_production_is_kept_as_evidence_until_the_gate_opens()
    {
        Given.Row.Sees("1.3", Passing, phase: "production").WhenSeen("1.3", Passing, seen: true, settled: true, phase: "production")
            .Then(NotStarted, InProgress, Basis.Probe)
            .WhenSeen("1.3", Passing, seen: true, settled: true, phase: "production").ThenNothing();
        Given.Row.HasDone("1.1", "1.2", "1.3", "1.4").Has("1.3", InProgress, phase: "production").Sees("1.3", Passing, phase: "production")
            .WhenSeen("1.3", Passing, seen: true, settled: true, phase: "production").Then(InProgress, Done, Basis.Probe);
    }

    [Fact]
    public void Done_step_is_not_made_reported_by_its_evidence() =>
        Given.Row.HasDone("1.4").Sees("1.4", Passing).WhenSeen("1.4", Passing, seen: true, settled: true).ThenNothing();
}
