using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Steps;

/// <summary>The fold never refuses, and knows the address of every cell.</summary>
public sealed class StepStateTests
{
    [Fact]
    public void Event_that_is_not_of_a_step_is_a_bug() =>
        Assert.Throws<InvalidOperationException>(
            () => StepState.Initial.Evolve(new StepEvent.SourceStated(null, DatePrecision.Day), People.C06, Times.Now, 1));

    [Fact]
    public void Event_of_a_step_that_the_programme_has_no_more_belongs_to_no_cell() =>
        Assert.Same(Given.Row.Progress, Given.Row.Happened("9.9", new StepEvent.PartlyConfirmed("btp")).Progress);

    [Fact]
    public void Cell_that_the_programme_has_not_cannot_be_asked_for() => Assert.Throws<ArgumentException>(() => Given.Row.Progress["test", "9.9"]);

    [Fact]
    public void Public_name_hides_people_and_shows_organisations()
    {
        Assert.Equal("provinces-63/94", People.SocTrang.PublicName);
        Assert.Equal("c06", People.C06Colleague.PublicName);
        Assert.Equal("gateway", Actor.Probe("gateway").PublicName);
        Assert.Equal("", new Actor(ActorKind.Administrator, "admin").PublicName);
    }

    [Fact]
    public void Key_reads_as_participant_phase_and_step() =>
        Assert.Equal("provinces-63/94 test 1.1", new StepKey(People.SocTrangId, "test", "1.1").ToString());
}
