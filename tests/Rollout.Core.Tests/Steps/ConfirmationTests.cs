using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>Rule 2: any, all and fallback; and that nobody confirms alone what they reported alone.</summary>
public sealed class ConfirmationTests
{
    [Fact]
    public void Any_of_several_confirmers_settles_the_step()
    {
        foreach (var agency in (Actor[])[People.Btp, People.Ndxp])
            Given.Row.Has("2.1", Reported).When(agency, "2.1", Done).Then(Reported, Done, Basis.Confirmation);
    }

    [Fact]
    public void First_of_all_confirmers_changes_neither_status_nor_version()
    {
        var before = Given.Row.Has("2.3", Reported);
        var after = before.When(People.Btp, "2.3", Done).Then(new StepEvent.PartlyConfirmed("btp") { Status = Reported });
        Assert.Equal((Reported, before.Cell("2.3").Version), (after.Cell("2.3").Status, after.Cell("2.3").Version));
        Assert.Equal(["btp"], after.Cell("2.3").Confirmed);
    }

    [Fact]
    public void Last_of_all_confirmers_settles_the_step()
    {
        var after = Given.Row.Has("2.3", Reported).Happened("2.3", new StepEvent.PartlyConfirmed("btp"))
            .When(People.Ndxp, "2.3", Done).Then(Reported, Done, Basis.Confirmation);
        Assert.Empty(after.Cell("2.3").Confirmed);
    }

    [Fact]
    public void Same_agency_twice_is_refused_whoever_of_it_asks_and_the_others_are_named()
    {
        var half = Given.Row.Has("2.3", Reported).Happened("2.3", new StepEvent.PartlyConfirmed("btp"));
        half.When(People.Btp, "2.3", Done).ThenRefused("confirm.twice", "ndxp");
        half.When(People.BtpColleague, "2.3", Done).ThenRefused("confirm.twice", "ndxp");
    }

    [Fact]
    public void Partial_confirmation_is_forgotten_when_the_status_changes()
    {
        var returned = Given.Row.Has("2.3", Reported).Happened("2.3", new StepEvent.PartlyConfirmed("btp"))
            .When(People.Ndxp, "2.3", InProgress, "Thiếu hồ sơ").Then(Reported, InProgress, Basis.Confirmation);
        Assert.Empty(returned.Cell("2.3").Confirmed);
        returned.When(People.Ndxp, "2.3", Done).Then(new StepEvent.PartlyConfirmed("ndxp") { Status = InProgress });
    }

    [Fact]
    public void Confirmer_may_act_unasked() => Given.Row.When(People.C06, "1.1", Done).Then(NotStarted, Done, Basis.Confirmation);

    [Theory]
    [InlineData("1.2", "vpcp")]
    [InlineData("1.3", "c06")]
    [InlineData("2.2", "btp")]
    public void Fallback_confirms_while_nothing_is_observed(string step, string agency)
    {
        var fallback = new Actor(ActorKind.Agency, agency, agency);
        Given.Row.Has(step, Reported).When(fallback, step, Done).Then(Reported, Done, Basis.Confirmation);
        foreach (var unseen in (VerificationState[])[VerificationState.NotObservable, VerificationState.Stale])
            Given.Row.Has(step, Reported).Sees(step, unseen).When(fallback, step, Done).Then(Reported, Done, Basis.Confirmation);
    }

    [Theory]
    [InlineData(VerificationState.Passing)]
    [InlineData(VerificationState.Failing)]
    public void Fallback_is_refused_while_the_probes_see(VerificationState seen) =>
        Given.Row.Has("1.3", Reported).Sees("1.3", seen).When(People.C06, "1.3", Done).ThenRefused("confirm.probed");

    [Fact]
    public void Confirmers_of_an_evidence_step_decide_whatever_the_probe_sees()
    {
        foreach (var seen in Enum.GetValues<VerificationState>())
            Given.Row.Has("1.4", Reported).Sees("1.4", seen).When(People.C06, "1.4", Done).Then(Reported, Done, Basis.Confirmation);
    }

    [Fact]
    public void Account_that_reported_alone_does_not_confirm_alone_but_a_colleague_does()
    {
        var reported = Given.Row.When(People.C06, "1.4", Reported).Then(NotStarted, Reported, Basis.Report);
        reported.When(People.C06, "1.4", Done).ThenRefused("confirm.own");
        reported.When(People.C06Colleague, "1.4", Done).Then(Reported, Done, Basis.Confirmation);
    }

    [Fact]
    public void Agency_confirms_what_the_province_or_the_probe_reported()
    {
        Given.Row.Has("1.4", Reported, by: People.SocTrang).When(People.C06, "1.4", Done).Then(Reported, Done, Basis.Confirmation);
        Given.Row.Has("1.4", Reported, by: Actor.Probe("gateway"), basis: Basis.Probe).When(People.C06, "1.4", Done)
            .Then(Reported, Done, Basis.Confirmation);
    }

    [Fact]
    public void Reporter_among_several_confirmers_is_not_alone()
    {
        var programme = Sketch.Programme("reports: [participant, land]", "confirm: { all: [land, sea] }");
        var land = new Actor(ActorKind.Agency, "land", "land");
        var report = new StepEvent.StatusChanged(NotStarted, Reported, Basis.Report);
        var reported = Sketch.Row(programme).Evolve(report, "trial", "1", land, Times.Yesterday, 1);
        var command = new StepCommand.Change(land, new(Sketch.Participant.Id, "trial", "1"), Done, 1);

        var first = Assert.IsType<Decision.Accepted>(StepDecider.Decide(programme, reported, command, Times.Now));
        Assert.Equal([new StepEvent.PartlyConfirmed("land") { Status = Reported }], first.Events);

        var afterSea = reported.Evolve(new StepEvent.PartlyConfirmed("sea"), "trial", "1", new(ActorKind.Agency, "sea", "sea"), Times.Yesterday, 2);
        var last = Assert.IsType<Decision.Accepted>(StepDecider.Decide(programme, afterSea, command, Times.Now));
        Assert.Equal([new StepEvent.StatusChanged(Reported, Done, Basis.Confirmation)], last.Events);
    }
}
