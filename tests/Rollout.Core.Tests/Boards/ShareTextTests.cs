using Rollout.Core.Boards;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Boards;

/// <summary>The text for a chat, and on whom a step waits.</summary>
public sealed class ShareTextTests
{
    private static readonly Uri Link = new("https://theo-doi.example.vn/participants/94?phase=test#step-1.1");

    [Fact]
    public void Text_is_a_line_for_each_thing_and_ends_with_the_address() =>
        Assert.Equal("A\nB\nC\nD\nhttps://theo-doi.example.vn/participants/94?phase=test#step-1.1", new ShareText("A", "B", "C", "D", Link).ToString());

    [Fact]
    public void Line_that_says_nothing_is_left_out() => Assert.Equal($"A\nB\nC\n{Link}", new ShareText("A", "B", "C", " ", Link).ToString());

    [Fact]
    public void Line_feeds_and_spaces_within_a_line_become_one_space() => Assert.StartsWith("A b\nB\n", new ShareText(" A\r\n  b ", "B", "", "", Link).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Long_line_is_cut_and_the_address_never()
    {
        var link = new Uri("https://theo-doi.example.vn/" + new string('a', 400));
        var lines = new ShareText("A", new string('x', 500), "", "", link).ToString().Split('\n');
        Assert.Equal((160, '…', link.AbsoluteUri), (lines[1].Length, lines[1][^1], lines[2]));
    }

    [Fact]
    public void Blocked_step_waits_on_whom_its_obstacle_names_since_it_was_blocked()
    {
        var given = Given.Row.Has("1.1", StepStatus.InProgress).Has("1.1", StepStatus.Blocked, at: Times.Yesterday);
        var waiting = Waiting.Of(LienThong.Programme.FindStep("1.1")!, given.Cell("1.1"), Times.Now);
        Assert.Equal(["participant"], waiting.On);
        Assert.Equal((Times.Yesterday, TimeSpan.FromDays(1)), (waiting.Since, waiting.For));
    }

    [Fact]
    public void Reported_step_waits_on_its_confirmers()
    {
        var waiting = Waiting.Of(LienThong.Programme.FindStep("2.3")!, Given.Row.Has("2.3", StepStatus.Reported).Cell("2.3"), Times.Now);
        Assert.Equal(["btp", "ndxp"], waiting.On);
    }

    [Fact]
    public void Step_not_started_waits_on_the_participant_undated_and_a_done_one_on_nobody()
    {
        var step = LienThong.Programme.FindStep("1.1")!;
        var open = Waiting.Of(step, StepState.Initial, Times.Now);
        Assert.Equal(("participant", null, null), (open.On.Single(), open.Since, open.For));
        var done = Waiting.Of(step, Given.Row.HasDone("1.1").Cell("1.1"), Times.Now);
        Assert.Equal((true, null, null), (done.On.IsEmpty, done.Since, done.For));
    }

    [Fact]
    public void Step_whose_state_lies_after_the_instant_has_waited_for_nothing() =>
        Assert.Equal(TimeSpan.Zero, Waiting.Of(LienThong.Programme.FindStep("1.1")!, Given.Row.Has("1.1", StepStatus.InProgress, at: Times.Now).Cell("1.1"), Times.Yesterday).For);
}
