using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Steps;

/// <summary>What people decided stays until people move it again: a passing probe shows a disagreement and overrules nobody.</summary>
public sealed class PeopleDecideTests
{
    [Fact]
    public void Passing_probe_does_not_report_again_what_a_confirmer_returned()
    {
        var returned = Given.Row.Has("1.4", Reported).Sees("1.4", Passing).When(People.C06, "1.4", InProgress, "thiếu chứng thư").Then(Reported, InProgress, Basis.Confirmation);
        returned.WhenSeen("1.4", Passing, seen: true, settled: true).ThenNothing();
        returned.When(People.SocTrang, "1.4", Reported).Then(InProgress, Reported, Basis.Report);
    }

    [Fact]
    public void Passing_probe_does_not_finish_again_what_a_monitor_corrected()
    {
        var corrected = Given.Row.Has("1.3", Done, basis: Basis.Probe).Sees("1.3", Passing).When(People.Vpcp, "1.3", InProgress, "API giả").Then(Done, InProgress, Basis.Correction);
        corrected.WhenSeen("1.3", Passing, seen: true, settled: true).ThenNothing();
    }

    [Fact]
    public void Agency_that_may_report_and_confirm_returns_with_a_reason_what_another_reported()
    {
        var reported = Given.Row.Has("1.4", Reported, People.SocTrang);
        reported.When(People.C06, "1.4", InProgress).ThenRefused("note.required");
        reported.When(People.C06, "1.4", InProgress, "thiếu chứng thư").Then(Reported, InProgress, Basis.Confirmation);
        Given.Row.Has("1.4", Reported, People.C06).When(People.C06, "1.4", InProgress).Then(Reported, InProgress, Basis.Report);
    }

    [Fact]
    public void Confirmation_given_in_part_survives_a_report_and_an_obstacle_but_not_a_return()
    {
        var unasked = Given.Row.When(People.Btp, "2.3", Done).Then(new StepEvent.PartlyConfirmed("btp") { Status = NotStarted });
        var reported = unasked.When(People.SocTrang, "2.3", Reported).Then(NotStarted, Reported, Basis.Report);
        Assert.Equal(["btp"], reported.Cell("2.3").Confirmed);
        reported.When(People.Ndxp, "2.3", Done).Then(Reported, Done, Basis.Confirmation);
        var returned = reported.When(People.Ndxp, "2.3", InProgress, "chưa qua trục").Then(Reported, InProgress, Basis.Confirmation);
        Assert.Empty(returned.Cell("2.3").Confirmed);
    }
}
