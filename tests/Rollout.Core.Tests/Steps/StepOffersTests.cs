using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepAction;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>What is offered is what the rules allow, with the reason where something is missing.</summary>
public sealed class StepOffersTests
{
    [Fact]
    public void Participant_is_offered_its_report_and_its_obstacle()
    {
        Assert.Equal([Report, Start, Block], Allowed(Given.Row, "1.1", People.SocTrang));
        Assert.Equal([Report, Block], Allowed(Given.Row.Has("1.1", InProgress), "1.1", People.SocTrang));
        Assert.Equal([Withdraw, Block], Allowed(Given.Row.Has("1.1", Reported), "1.1", People.SocTrang));
        Assert.Equal([Unblock], Allowed(Given.Row.Has("1.1", Blocked), "1.1", People.SocTrang));
        Assert.Empty(Allowed(Given.Row.HasDone("1.1"), "1.1", People.SocTrang));
    }

    [Fact]
    public void Confirmer_confirms_and_returns_and_a_stranger_is_offered_nothing()
    {
        var reported = Given.Row.Has("1.1", Reported, by: People.SocTrang);
        Assert.Equal([Confirm, Return, Block], Allowed(reported, "1.1", People.C06));
        foreach (var stranger in new[] { People.Btp, People.CanTho, People.Reader, People.Approver, People.Administrator })
            Assert.Empty(Of(reported, "1.1", stranger));
    }

    [Fact]
    public void Monitor_is_offered_its_ordinary_actions_and_a_correction() =>
        Assert.Equal([Block, Correct], Allowed(Given.Row.Has("1.1", Reported, by: People.SocTrang), "1.1", People.Vpcp));

    [Fact]
    public void Reason_stands_where_a_rule_forbids_what_one_could_do()
    {
        var gated = Of(Given.Row.Has("1.1", Reported, phase: "production"), "1.1", People.C06, "production").Single(o => o.Action == Confirm);
        Assert.Equal("gate.missing", gated.Refusal!.Message.Code);
        var own = Of(Given.Row.Has("1.4", Reported, by: People.C06), "1.4", People.C06).Single(o => o.Action == Confirm);
        Assert.Equal("confirm.own", own.Refusal!.Message.Code);
        var twice = Of(Given.Row.Has("2.3", Reported).Happened("2.3", new StepEvent.PartlyConfirmed("btp") { Status = Reported }), "2.3", People.Btp).Single(o => o.Action == Confirm);
        Assert.Equal("confirm.twice", twice.Refusal!.Message.Code);
    }

    [Fact]
    public void Done_in_test_is_offered_to_be_taken_over_in_production() =>
        Assert.Contains(TakeOver, Allowed(Given.Row.HasDone("1.1", "1.2", "1.3", "1.4"), "1.1", People.C06, "production"));

    [Fact]
    public void Assumed_step_is_offered_for_review()
    {
        var assumed = Given.Row.Happened("1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Assumed = true });
        Assert.Equal([Review, Report, Block], Allowed(assumed, "1.1", People.SocTrang));
        Assert.DoesNotContain(Review, Allowed(Given.Row.Has("1.1", InProgress), "1.1", People.SocTrang));
    }

    /// <summary>Whatever is offered is accepted, and what is accepted is offered: over every status, step and kind of actor.</summary>
    [Fact]
    public void Everything_offered_is_accepted_as_what_it_is_called()
    {
        foreach (var status in Enum.GetValues<StepStatus>())
            foreach (var step in LienThong.Programme.Steps)
                foreach (var actor in new[] { People.SocTrang, People.C06, People.Btp, People.Ndxp, People.Vpcp, People.VpcpAgency, People.Reader })
                {
                    var given = status == NotStarted ? Given.Row : Given.Row.Has(step.Key, status, by: People.SocTrang);
                    foreach (var offer in Of(given, step.Key, actor).Where(o => o.Refusal is null))
                        Assert.IsType<Decision.Accepted>(StepOffers.Try(
                            LienThong.Programme, given.Progress, new(People.SocTrangId, "test", step.Key), actor, offer.To, given.Cell(step.Key).Version, Times.Now));
                }
    }

    private static IEnumerable<StepAction> Allowed(Given given, string step, Actor actor, string phase = "test") =>
        Of(given, step, actor, phase).Where(o => o.Refusal is null).Select(o => o.Action);

    private static System.Collections.Immutable.ImmutableArray<StepOffer> Of(Given given, string step, Actor actor, string phase = "test") =>
        StepOffers.Of(LienThong.Programme, given.Progress, new(People.SocTrangId, phase, step), actor, Times.Now);
}
