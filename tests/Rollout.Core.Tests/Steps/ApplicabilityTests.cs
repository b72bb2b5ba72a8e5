using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>Steps that concern only some: who may report them, and what the refusal tells the others to do.</summary>
public sealed class ApplicabilityTests
{
    [Fact]
    public void Step_after_another_is_refused_until_that_is_done_and_the_refusal_names_it()
    {
        var scribe = Ferry.Ledger();
        Refused(scribe.Wants(Ferry.Of("A"), "A", "2", Reported), "step.notApplicable: 2; 1");
        scribe.Has("A", "1", Reported, Times.Yesterday, "spring");
        Refused(scribe.Wants(Ferry.Of("A"), "A", "2", Reported), "step.notApplicable: 2; 1");
        scribe.Has("A", "1", Done, Times.Yesterday, "spring");
        Assert.IsType<Decision.Accepted>(scribe.Wants(Ferry.Of("A"), "A", "2", Reported));
    }

    [Fact]
    public void Refusal_names_the_step_that_can_be_reported_now_not_one_that_waits_itself() =>
        Refused(Ferry.Ledger().Wants(Ferry.Of("A"), "A", "3", InProgress), "step.notApplicable: 3; 1");

    [Fact]
    public void Another_phase_opens_nothing()
    {
        var scribe = Ferry.Ledger();
        scribe.Has("A", "1", Done, Times.Yesterday, "autumn");
        Refused(scribe.Wants(Ferry.Of("A"), "A", "2", Reported), "step.notApplicable: 2; 1");
    }

    [Fact]
    public void Obstacle_to_what_was_done_closes_nothing()
    {
        var scribe = Ferry.Ledger();
        scribe.Has("A", "1", Done, Times.Yesterday, "spring");
        scribe.Has("A", "1", Blocked, Times.Yesterday, "spring");
        Assert.IsType<Decision.Accepted>(scribe.Wants(Ferry.Of("A"), "A", "2", Reported));
    }

    [Fact]
    public void Who_is_left_out_is_told_that_the_programme_does_so()
    {
        var scribe = Ferry.Ledger();
        Refused(scribe.Wants(Ferry.Of("C"), "C", "4", Reported), "step.notConcerned: 4");
        Assert.IsType<Decision.Accepted>(scribe.Wants(Ferry.Of("B"), "B", "4", Reported));
    }

    [Theory]
    [InlineData("3", "step.notApplicable: 3; 1")]
    [InlineData("6", "step.notConcerned: 6")]
    public void Monitor_cannot_correct_what_does_not_apply_either(string step, string said) =>
        Refused(Ferry.Ledger().Wants(Ferry.Monitor, "B", step, Done, "Why"), said);

    [Fact]
    public void Who_has_no_part_in_a_step_is_told_that_first() =>
        Assert.Equal(RefusalKind.Forbidden, Assert.IsType<Decision.Refused>(Ferry.Ledger().Wants(Ferry.Of("B"), "A", "2", Reported)).Refusal.Kind);

    [Fact]
    public void Open_step_concerns_who_begins_it_and_those_that_go_with_it_follow()
    {
        var scribe = Ferry.Ledger();
        Assert.True(Applies(scribe, "A", "5") && Applies(scribe, "A", "6"));
        Assert.False(Applies(scribe, "B", "5") || Applies(scribe, "B", "6"));
        Refused(scribe.Wants(Ferry.Of("B"), "B", "6", InProgress), "step.notConcerned: 6");

        Assert.IsType<Decision.Accepted>(scribe.Wants(Ferry.Of("B"), "B", "5", InProgress));
        Assert.True(Applies(scribe, "B", "5") && Applies(scribe, "B", "6"));
        Assert.False(Applies(scribe, "B", "5", "autumn"));

        Assert.IsType<Decision.Accepted>(scribe.Wants(Ferry.Monitor, "B", "5", NotStarted, "By mistake"));
        Assert.False(Applies(scribe, "B", "5") || Applies(scribe, "B", "6"));
    }

    [Fact]
    public void Nothing_is_offered_of_a_step_that_does_not_apply_and_the_beginning_of_an_open_one_is()
    {
        var row = Ferry.Ledger().Board.Find("B")!;
        Assert.Empty(StepOffers.Of(Ferry.Programme, row, new(Ferry.Id("B"), "spring", "2"), Ferry.Of("B"), Times.Now));
        Assert.Empty(StepOffers.Of(Ferry.Programme, row, new(Ferry.Id("B"), "spring", "2"), Ferry.Monitor, Times.Now));
        Assert.Contains(StepAction.Start, StepOffers.Of(Ferry.Programme, row, new(Ferry.Id("B"), "spring", "5"), Ferry.Of("B"), Times.Now).Select(o => o.Action));
    }

    [Fact]
    public void Import_of_what_does_not_apply_is_refused_and_probes_say_nothing_of_it()
    {
        var scribe = Ferry.Ledger();
        Refused(scribe.Record(new StepCommand.Import(Actor.Import("f"), new(Ferry.Id("C"), "spring", "4"), Done, Times.Yesterday), Times.Now), "step.notConcerned: 4");
        var seen = scribe.Record(new StepCommand.Observe(Actor.Probe("p"), new(Ferry.Id("C"), "spring", "4"), VerificationState.Passing, null, true, true, false), Times.Now);
        Assert.Empty(Assert.IsType<Decision.Accepted>(seen).Events);
    }

    [Fact]
    public void Import_that_speaks_of_the_step_itself_makes_not_started_known()
    {
        var scribe = Ferry.Ledger();
        var says = new StepCommand.Import(Actor.Import("f"), new(Ferry.Id("A"), "spring", "1"), NotStarted, Times.Yesterday);
        Assert.Empty(Assert.IsType<Decision.Accepted>(scribe.Record(says, Times.Now)).Events);
        Assert.Equal([new StepEvent.StatusChanged(NotStarted, NotStarted, Basis.Baseline)], Assert.IsType<Decision.Accepted>(scribe.Record(says with { Stated = true }, Times.Now)).Events);
        Assert.True(scribe.Board.Find("A")!.Knows("spring", "1", Times.Now));
        Assert.Empty(Assert.IsType<Decision.Accepted>(scribe.Record(says with { Stated = true }, Times.Now)).Events);
    }

    /// <summary>Parts of a programme without systems stand side by side: what is missing elsewhere holds up none, nor what does not apply.</summary>
    [Fact]
    public void Gate_without_systems_asks_for_the_same_part_and_for_what_applies()
    {
        var scribe = Ferry.Ledger();
        var step = Ferry.Programme.FindStep("4")!;
        Assert.Equal(["4", "5", "6"], Gate.Missing(Ferry.Programme, scribe.Board.Find("A")!, "autumn", step));
        Assert.Equal(["4"], Gate.Missing(Ferry.Programme, scribe.Board.Find("B")!, "autumn", step));
        scribe.Has("B", "4", Done, Times.Yesterday, "spring");
        Assert.IsType<Decision.Accepted>(scribe.Wants(Ferry.Guild, "B", "4", Done, phase: "autumn"));
        Assert.Equal(["1"], Gate.Missing(Ferry.Programme, scribe.Board.Find("A")!, "autumn", Ferry.Programme.FindStep("1")!));
    }

    private static bool Applies(Scribe scribe, string code, string step, string phase = "spring") =>
        scribe.Board.Find(code)!.Applies(phase, Ferry.Programme.FindStep(step)!);

    private static void Refused(Decision decision, string said)
    {
        var refusal = Assert.IsType<Decision.Refused>(decision).Refusal;
        Assert.Equal((RefusalKind.Rule, said), (refusal.Kind, $"{refusal.Message}"));
    }
}
