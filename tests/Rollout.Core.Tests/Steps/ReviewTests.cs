using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>"Rà soát số liệu ban đầu": what a source only assumed, its participant says itself.</summary>
public sealed class ReviewTests
{
    private static readonly Given Assumed = Given.Row.Happened(
        "1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Assumed = true, Precision = DatePrecision.Month }, at: Times.Yesterday.AddDays(-9));

    [Fact]
    public void Reporter_says_that_an_assumed_step_is_under_way_and_since_when()
    {
        var after = Assumed.When(People.SocTrang, "1.1", InProgress, at: Times.Yesterday).Then(InProgress, InProgress, Basis.Report);
        Assert.Equal((false, Times.Yesterday, 2), (after.Cell("1.1").Assumed, after.Cell("1.1").Since!.Value, after.Cell("1.1").Version));
    }

    [Fact]
    public void Nobody_else_says_it_and_it_is_said_once()
    {
        Assumed.When(People.C06, "1.1", InProgress).ThenRefused("status.already");
        Assumed.When(People.CanTho, "1.1", InProgress).ThenForbidden("actor.notInvolved");
        Assumed.When(People.SocTrang, "1.1", InProgress).Then(InProgress, InProgress, Basis.Report)
            .When(People.SocTrang, "1.1", InProgress).ThenRefused("status.already");
    }
}
