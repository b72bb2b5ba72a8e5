using Rollout.Core.Boards;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Boards;

/// <summary>What waits on whom.</summary>
public sealed class InboxTests
{
    [Fact]
    public void Report_waits_on_its_confirmers_and_on_nobody_else()
    {
        var reported = Given.Row.Has("1.1", Reported, by: People.SocTrang, at: Times.Yesterday);
        var item = Assert.Single(Of(reported, "agency:c06"));
        Assert.Equal((TaskKind.Confirm, "1.1", "test", Times.Yesterday), (item.Kind, item.Step.Key, item.Phase.Key, item.Since));
        foreach (var other in new[] { "agency:btp", "monitor", "participant:provinces-63/94", "participant:provinces-63/92", "reader", "admin", "approver" }) Assert.Empty(Of(reported, other));
    }

    [Fact]
    public void Report_that_all_confirm_waits_on_those_who_have_not()
    {
        var half = Given.Row.Has("2.3", Reported).Happened("2.3", new StepEvent.PartlyConfirmed("btp") { Status = Reported });
        Assert.Empty(Of(half, "agency:btp"));
        Assert.Single(Of(half, "agency:ndxp"));
    }

    [Fact]
    public void Report_waits_on_the_fallback_only_while_nothing_is_probed()
    {
        var reported = Given.Row.Has("1.3", Reported);
        Assert.Single(Of(reported, "agency:c06"));
        Assert.Empty(Of(reported.Sees("1.3", Passing), "agency:c06"));
        Assert.Empty(Of(reported.Sees("1.3", Failing), "agency:c06"));
        Assert.Single(Of(reported.Sees("1.3", NotObservable), "agency:c06"));
    }

    [Fact]
    public void Obstacle_waits_on_whom_it_names()
    {
        static Given On(string owner) => Given.Row.Happened("1.1", new StepEvent.StatusChanged(InProgress, Blocked, Basis.Report) { Blocker = new(owner, "data", InProgress) });
        Assert.Equal(TaskKind.Blocked, Assert.Single(Of(On("btp"), "agency:btp")).Kind);
        Assert.Equal(TaskKind.Blocked, Assert.Single(Of(On("vpcp"), "monitor")).Kind);
        Assert.Equal(TaskKind.Blocked, Assert.Single(Of(On("participant"), "participant:provinces-63/94")).Kind);
        Assert.Empty(Of(On("btp"), "participant:provinces-63/94"));
    }

    [Fact]
    public void Participant_finds_what_was_returned_what_is_assumed_and_its_own_faults()
    {
        const string Own = "participant:provinces-63/94";
        Assert.Equal(TaskKind.Returned, Assert.Single(Of(Given.Row.Has("1.1", InProgress, by: People.C06, basis: Basis.Confirmation), Own)).Kind);
        var assumed = Given.Row.Happened("1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Assumed = true });
        Assert.Equal(TaskKind.Review, Assert.Single(Of(assumed, Own)).Kind);
        Assert.Empty(Of(assumed, "participant:provinces-63/92"));
        Assert.Equal(TaskKind.Failing, Assert.Single(Of(Fault("participantSystem"), Own)).Kind);
        Assert.Empty(Of(Fault("ndxp"), Own));

        static Given Fault(string owner) => Given.Row.Has("1.3", Done, basis: Basis.Probe)
            .Happened("1.3", new StepEvent.VerificationChanged(Passing, Failing, new(owner, "http.status")) { Status = Done });
    }

    [Fact]
    public void Monitor_finds_the_disagreements_both_ways()
    {
        var failing = Given.Row.Has("1.4", Done, basis: Basis.Confirmation, at: Times.Now.AddDays(-9)).Sees("1.4", Failing, at: Times.Now.AddDays(-3));
        var passing = Given.Row.Has("1.3", InProgress, by: People.Vpcp, basis: Basis.Correction).Sees("1.3", Passing);
        Assert.Equal(TaskKind.Disagreement, Assert.Single(Of(failing, "monitor")).Kind);
        Assert.Equal(TaskKind.Disagreement, Assert.Single(Of(passing, "monitor")).Kind);
        Assert.Empty(Of(failing, "agency:c06"));
    }

    [Fact]
    public void Reviews_come_first_and_then_the_oldest()
    {
        var given = Given.Row.Has("1.2", InProgress, by: People.C06, basis: Basis.Confirmation, at: Times.Now.AddDays(-20))
            .Has("1.3", InProgress, by: People.C06, basis: Basis.Confirmation, at: Times.Now.AddDays(-30))
            .Happened("1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Assumed = true }, at: Times.Yesterday);
        Assert.Equal(["1.1", "1.3", "1.2"], Of(given, "participant:provinces-63/94").Select(i => i.Step.Key));
    }

    private static System.Collections.Immutable.ImmutableArray<TaskItem> Of(Given given, string mandate)
    {
        Assert.True(Mandate.TryParse(mandate, out var who));
        var rows = LienThong.Few.All.Select(p => p.Id == People.SocTrangId ? given.Progress : new ParticipantProgress(LienThong.Programme, p));
        return Inbox.Of(Board.From(LienThong.Programme, LienThong.Few, rows, given.Seq), who, given.Now);
    }
}
