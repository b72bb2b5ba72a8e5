using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Boards;

/// <summary>What wants an eye, and whom it waits on.</summary>
public sealed class AttentionTests
{
    [Fact]
    public void Quiet_board_wants_nothing() => Assert.Empty(Of(Given.Row.HasDone("1.1").Has("1.2", InProgress)));

    [Fact]
    public void Failing_step_that_has_begun_wants_an_eye()
    {
        Assert.Equal(AttentionKind.Failing, Single(Given.Row.Has("1.3", Done, basis: Basis.Probe).Sees("1.3", Failing)).Kind);
        Assert.Empty(Of(Given.Row.Sees("1.3", Failing)));
    }

    [Fact]
    public void Failing_longer_than_the_policy_bears_disagrees_with_what_people_said()
    {
        var confirmed = Given.Row.Has("1.4", Done, basis: Basis.Confirmation, at: Times.Now.AddDays(-9));
        var item = Single(confirmed.Sees("1.4", Failing, at: Times.Now.AddHours(-48)));
        Assert.Equal((AttentionKind.Disagreement, Times.Now.AddHours(-48)), (item.Kind, item.Since));
        Assert.Empty(item.WaitsOn);
        Assert.Equal(AttentionKind.Failing, Single(confirmed.Sees("1.4", Failing, at: Times.Now.AddHours(-47))).Kind);
    }

    [Fact]
    public void Passing_step_that_a_monitor_set_back_disagrees() =>
        Assert.Equal(AttentionKind.Disagreement, Single(Given.Row.Has("1.4", InProgress, basis: Basis.Correction).Sees("1.4", Passing)).Kind);

    [Fact]
    public void Blocked_step_waits_on_whom_it_names()
    {
        var blocked = new StepEvent.StatusChanged(Reported, Blocked, Basis.Report) { Blocker = new("ndxp", "waiting", Reported) };
        var item = Single(Given.Row.Happened("2.1", blocked));
        Assert.Equal((AttentionKind.Blocked, Times.Yesterday), (item.Kind, item.Since));
        Assert.Equal(["ndxp"], item.WaitsOn);
    }

    [Fact]
    public void Reported_step_waits_on_its_confirmers()
    {
        Assert.Equal(AttentionKind.Waiting, Single(Given.Row.Has("2.1", Reported)).Kind);
        Assert.Equal(["btp", "ndxp"], Single(Given.Row.Has("2.1", Reported)).WaitsOn);
        var half = new StepEvent.PartlyConfirmed("btp") { Status = Reported };
        Assert.Equal(["ndxp"], Single(Given.Row.Has("2.3", Reported).Happened("2.3", half)).WaitsOn);
        Assert.Equal(["vpcp"], Single(Given.Row.Has("1.2", Reported)).WaitsOn);
    }

    [Fact]
    public void Step_in_progress_without_an_entry_for_fourteen_days_is_stuck()
    {
        var item = Single(Given.Row.Has("2.1", InProgress, at: Times.Now.AddDays(-14)));
        Assert.Equal((AttentionKind.Stuck, Times.Now.AddDays(-14)), (item.Kind, item.Since));
        Assert.Equal(["participant"], item.WaitsOn);
        Assert.Empty(Of(Given.Row.Has("2.1", InProgress, at: Times.Now.AddDays(-13.9))));
        Assert.Empty(Of(Given.Row.Has("1.4", InProgress, at: Times.Now.AddDays(-20)).Sees("1.4", Stale, at: Times.Yesterday)));
    }

    [Fact]
    public void Most_pressing_kind_comes_first_and_within_it_the_longest()
    {
        var given = Given.Row.Has("1.1", InProgress, at: Times.Now.AddDays(-30)).Has("2.1", Reported, at: Times.Now.AddDays(-2))
            .Has("3.1", Reported, at: Times.Now.AddDays(-5)).Has("1.3", Done, at: Times.Now.AddDays(-5))
            .Sees("1.3", Failing, at: Times.Now.AddHours(-1))
            .Has("2.2", Blocked, at: Times.Now.AddDays(-1));
        Assert.Equal(["1.3", "2.2", "3.1", "2.1", "1.1"], Of(given).Select(i => i.Step.Key));
    }

    [Fact]
    public void Items_of_another_phase_are_left_out() => Assert.Empty(Attention.Of(BoardOf(Given.Row.Has("2.1", Reported)), "production", Times.Now));

    private static AttentionItem Single(Given given) => Assert.Single(Of(given));

    private static ImmutableArray<AttentionItem> Of(Given given) => Attention.Of(BoardOf(given), "test", Times.Now);

    private static Board BoardOf(Given given) => Board.From(LienThong.Programme, LienThong.Provinces, [given.Progress], given.Seq);
}
