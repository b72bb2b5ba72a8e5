using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Boards;

/// <summary>The numbers of the overview.</summary>
public sealed class BoardSummaryTests
{
    [Fact]
    public void Baselines_give_the_numbers_of_july_2024()
    {
        var summary = BoardSummary.Of(LienThong.WithBaselines().Board, "test", Times.Now);
        Assert.Equal(
            (63, 1, 1, 54, 630, 0),
            (summary.Participants, summary.AllSystems, summary.EndToEnd, summary.StepsDone, summary.Steps, summary.Unknown));
        Assert.Equal(["Cần Thơ"], summary.AllSystemsNames);
        Assert.Equal([new SystemCount("dvclt", 12, 28, 23, 0), new SystemCount("hotich", 1, 3, 59, 0)], summary.Systems);
        Assert.Equal((1, 62), (summary.Services[ServiceState.Open], summary.Services[ServiceState.Interrupted]));
        Assert.Equal(Times.At("2024-06-28 15:00"), summary.InterruptedSince);
        Assert.Equal((0, 0), (summary.Passing, summary.Observed));
    }

    [Fact]
    public void Empty_board_knows_nothing_of_anybody()
    {
        var summary = BoardSummary.Of(LienThong.Empty, "test", Times.Now);
        Assert.Equal((0, 63, 0, 0), (summary.AllSystems, summary.Unknown, summary.StepsDone, summary.Services.Count));
        Assert.Null(summary.InterruptedSince);
        Assert.Equal([new SystemCount("dvclt", 0, 0, 0, 63), new SystemCount("hotich", 0, 0, 0, 63)], summary.Systems);
    }

    [Fact]
    public void Probes_are_counted_by_what_they_see()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        var seen = Times.Now.AddHours(-1);
        foreach (var (code, state) in new[] { ("92", VerificationState.Passing), ("94", VerificationState.Failing), ("79", VerificationState.Stale) })
            scribe.Happened(code, "1.3", new StepEvent.VerificationChanged(null, state, null), seen);
        var summary = BoardSummary.Of(scribe.Board, "test", Times.Now);
        Assert.Equal((1, 2), (summary.Passing, summary.Observed));
    }

    [Fact]
    public void End_to_end_is_counted_apart_from_the_systems()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        scribe.Covers("test", Times.Yesterday);
        scribe.Finishes("94", "3", Times.Yesterday);
        scribe.Has("92", "3.1", Done, Times.Yesterday);
        var summary = BoardSummary.Of(scribe.Board, "test", Times.Now);
        Assert.Equal((1, 0, 4), (summary.EndToEnd, summary.AllSystems, summary.StepsDone));
        Assert.All(summary.Systems, s => Assert.Equal((0, 0, 63, 0), (s.Completed, s.InProgress, s.NotStarted, s.Unknown)));
    }
}
