using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Trends;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Trends;

/// <summary>How long steps take, whom they wait on, how far behind the first the others are.</summary>
public sealed class FiguresTests
{
    private const string Phase = "rehearsal";
    private static readonly DateTimeOffset First = Times.At("1900-01-01 08:00");

    [Fact]
    public void Step_takes_from_first_begun_to_done_through_whatever_lies_between()
    {
        var scribe = Lights.Ledger();
        Begin(scribe, "A", 0);
        scribe.Has("A", "1.1", Blocked, First.AddDays(1), Phase);
        scribe.Has("A", "1.1", Done, First.AddDays(4), Phase);
        Begin(scribe, "B", 1);
        scribe.Has("B", "1.1", Done, First.AddDays(11), Phase);
        Begin(scribe, "C", 2);
        var step = Measure(scribe, 12)[0];
        Assert.Equal((2, TimeSpan.FromDays(7), TimeSpan.FromDays(10)), (step.Samples, step.Median!.Value, step.P90!.Value));
        Assert.Equal(("Brod", TimeSpan.FromDays(10)), (step.Slowest!.Participant.Name, step.Slowest.Took));
        Assert.Equal((1, "Cove", TimeSpan.FromDays(10)), (step.Open, step.LongestOpen!.Participant.Name, step.OpenMedian!.Value));
    }

    [Fact]
    public void What_is_assumed_dated_by_its_month_or_never_begun_is_left_out_and_counted()
    {
        var scribe = Lights.Ledger();
        scribe.Happened("A", "1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Assumed = true }, First, Phase);
        scribe.Has("A", "1.1", Done, First.AddDays(5), Phase);
        scribe.Happened("B", "1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Precision = DatePrecision.Month }, First, Phase);
        scribe.Has("C", "1.1", Done, First.AddDays(5), Phase);
        var step = Measure(scribe, 9)[0];
        Assert.Equal((0, 2, 0, 1), (step.Samples, step.Excluded, step.Open, step.OpenExcluded));
        Assert.Null(step.Median);
        Assert.Null(step.Slowest);
    }

    [Fact]
    public void Step_taken_back_to_its_beginning_begins_anew_and_what_holds_later_is_passed_over()
    {
        var scribe = Lights.Ledger();
        Begin(scribe, "A", 0);
        scribe.Has("A", "1.1", NotStarted, First.AddDays(1), Phase);
        Begin(scribe, "A", 6);
        scribe.Has("A", "1.1", Done, First.AddDays(8), Phase);
        Assert.Equal(TimeSpan.FromDays(2), Measure(scribe, 9)[0].Median);
        Assert.Equal((0, 1), (Measure(scribe, 7)[0].Samples, Measure(scribe, 7)[0].Open));
    }

    [Fact]
    public void Open_steps_wait_on_whom_they_name_on_missing_confirmers_or_on_the_participant()
    {
        var scribe = Lights.Ledger();
        Begin(scribe, "A", 0);
        scribe.Has("B", "1.2", Reported, First.AddDays(1), Phase);
        scribe.Happened("B", "1.2", new StepEvent.PartlyConfirmed("keepers") { Status = Reported }, First.AddDays(2), Phase);
        scribe.Happened("C", "1.1", new StepEvent.StatusChanged(NotStarted, Blocked, Basis.Report) { Blocker = new("guild", "weather", NotStarted) }, First.AddDays(3), Phase);
        var waits = OpenWaits.Of(scribe.Board, Phase, First.AddDays(21));
        Assert.Equal(["guild 2 2 2", "participant 1 1 1"], waits.Groups.Select(g => $"{string.Join('+', g.On)} {g.Cells} {g.Participants} {g.Overdue}"));
        Assert.Equal((3, TimeSpan.FromDays(19)), (waits.Open, waits.Groups[0].Median));
        Assert.Equal(("Brod", "1.2", TimeSpan.FromDays(20)), (waits.Groups[0].Longest.Participant.Name, waits.Groups[0].Longest.Step.Key, waits.Groups[0].Longest.For));
    }

    [Fact]
    public void What_is_dated_by_its_month_has_waited_since_its_end_and_stands_in_no_median()
    {
        var scribe = Lights.Ledger();
        scribe.Happened("A", "1.1", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline) { Precision = DatePrecision.Month }, First, Phase);
        var group = Assert.Single(OpenWaits.Of(scribe.Board, Phase, Times.At("1900-02-03 00:00")).Groups);
        Assert.Equal((1, 0, TimeSpan.FromDays(2)), (group.Undated, group.Overdue, group.Longest.For));
        Assert.Equal((First, DatePrecision.Month), (group.Longest.Since, group.Longest.Precision));
        Assert.Null(group.Median);
    }

    [Fact]
    public void Yardstick_is_who_had_every_step_done_first_and_others_are_measured_by_it()
    {
        var scribe = Lights.Ledger();
        scribe.Has("C", "1.1", Done, First, Phase);
        scribe.Has("C", "1.2", Done, First.AddDays(9), Phase);
        scribe.Finishes("B", "1", First.AddDays(12), Phase);
        scribe.Has("A", "1.2", Done, First.AddDays(14), Phase);
        var yardstick = Timeline.Yardstick(scribe.Board, Phase)!;
        var other = Timeline.Of(Lights.Programme, scribe.Board.Find("A")!, Phase);
        Assert.Equal(("Cove", First.AddDays(9), true), (yardstick.Participant.Name, yardstick.WholeAt!.Value, yardstick.TellsTheWay));
        Assert.Equal((1, First), (other.Done, yardstick.WhenItHad(other.Done)!.Value));
        Assert.Null(other.WholeAt);
        Assert.Null(other.WhenItHad(2));
        Assert.Equal(First.AddDays(9), yardstick.PartAt("1"));
        Assert.False(Timeline.Of(Lights.Programme, scribe.Board.Find("B")!, Phase).TellsTheWay);
        Assert.Null(Timeline.Yardstick(Lights.Ledger().Board, Phase));
    }

    [Fact]
    public void Regions_count_their_own()
    {
        var scribe = Lights.Ledger();
        scribe.Covers(Phase, First);
        scribe.Finishes("A", "1", First.AddDays(1), Phase);
        Assert.Equal(
            ["north 2 2/4 1·0·1·0", "south 1 0/2 0·0·1·0"],
            RegionCount.Of(scribe.Board, Phase, First.AddDays(2)).Select(r =>
                $"{r.Region} {r.Participants} {r.StepsDone}/{r.Steps} {r.Systems[0].Completed}·{r.Systems[0].InProgress}·{r.Systems[0].NotStarted}·{r.Systems[0].Unknown}"));
    }

    private static void Begin(Scribe scribe, string code, int days) => scribe.Has(code, "1.1", InProgress, First.AddDays(days), Phase);

    private static System.Collections.Immutable.ImmutableArray<StepDuration> Measure(Scribe scribe, int days) =>
        StepDurations.Of(Lights.Programme, Lights.Harbours, Phase, scribe.Entries, First.AddDays(days));
}
