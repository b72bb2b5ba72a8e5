using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>In production 1.1 and 1.2 may be taken over from test by one confirmation.</summary>
public sealed class TakingOverTests
{
    private static readonly Given PartOneDone = Given.Row.HasDone("1.1", "1.2", "1.3", "1.4");

    [Fact]
    public void Step_declared_so_and_done_before_is_taken_over_by_one_confirmation() =>
        PartOneDone.When(People.C06, "1.1", Done, phase: "production").Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Confirmation) { TakenOver = true });

    [Fact]
    public void Probed_step_is_taken_over_without_waiting_for_its_probe() =>
        PartOneDone.Sees("1.2", VerificationState.Failing, phase: "production").When(People.Vpcp, "1.2", Done, phase: "production")
            .Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Confirmation) { TakenOver = true });

    [Fact]
    public void Step_not_declared_so_goes_the_ordinary_way() =>
        PartOneDone.When(People.C06, "1.4", Done, phase: "production").Then(NotStarted, Done, Basis.Confirmation);

    [Fact]
    public void Step_reported_anew_is_confirmed_not_taken_over() =>
        PartOneDone.Has("1.1", Reported, phase: "production").When(People.C06, "1.1", Done, phase: "production").Then(Reported, Done, Basis.Confirmation);

    [Fact]
    public void Step_not_done_in_test_cannot_be_taken_over() =>
        Given.Row.When(People.C06, "1.1", Done, phase: "production").ThenRefused("gate.missing");
}
