using Rollout.Core.Answers;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Answers;

/// <summary>An obstacle and its end are one answer; nothing else is.</summary>
public sealed class ObstaclePairsTests
{
    private static readonly Blocker Funding = new("participant", "funding", StepStatus.InProgress);
    private readonly Scribe _scribe = new(LienThong.Programme, LienThong.Few);

    [Fact]
    public void Obstacle_that_ended_is_an_answer_with_its_duration()
    {
        Block("94", "1.1", Times.Now);
        Change("94", "1.1", StepStatus.Blocked, StepStatus.InProgress, Times.Now.AddDays(3));
        var answer = Assert.Single(ObstaclePairs.Of(_scribe.Entries));
        Assert.Equal(("94", "test", "1.1", "funding", TimeSpan.FromDays(3)), (answer.Participant.Code, answer.Phase, answer.Step, answer.Blocker.Kind, answer.Lasted));
    }

    [Fact]
    public void Obstacle_that_still_holds_is_none()
    {
        Block("94", "1.1", Times.Now);
        Assert.Empty(ObstaclePairs.Of(_scribe.Entries));
    }

    [Fact]
    public void End_without_a_beginning_is_none()
    {
        Change("94", "1.1", StepStatus.Blocked, StepStatus.InProgress, Times.Now);
        Assert.Empty(ObstaclePairs.Of(_scribe.Entries));
    }

    [Fact]
    public void Correction_ends_an_obstacle_too()
    {
        Block("94", "1.1", Times.Now);
        Change("94", "1.1", StepStatus.Blocked, StepStatus.Done, Times.Now.AddDays(1), Basis.Correction);
        Assert.Single(ObstaclePairs.Of(_scribe.Entries));
    }

    [Fact]
    public void Cells_are_kept_apart_by_participant_phase_and_step()
    {
        Block("94", "1.1", Times.Now);
        Change("92", "1.1", StepStatus.Blocked, StepStatus.InProgress, Times.Now.AddDays(1));
        Change("94", "1.2", StepStatus.Blocked, StepStatus.InProgress, Times.Now.AddDays(1));
        Change("94", "1.1", StepStatus.Blocked, StepStatus.InProgress, Times.Now.AddDays(1), phase: "production");
        Assert.Empty(ObstaclePairs.Of(_scribe.Entries));
    }

    [Fact]
    public void Step_blocked_again_is_another_answer_and_the_last_to_end_comes_first()
    {
        for (var day = 0; day < 4; day += 2)
        {
            Block("94", "1.1", Times.Now.AddDays(day));
            Change("94", "1.1", StepStatus.Blocked, StepStatus.InProgress, Times.Now.AddDays(day + 1));
        }
        Assert.Equal([Times.Now.AddDays(3), Times.Now.AddDays(1)], ObstaclePairs.Of(_scribe.Entries).Select(a => a.Closed.At));
    }

    [Fact]
    public void What_is_said_and_seen_meanwhile_changes_nothing()
    {
        Block("94", "1.1", Times.Now);
        _scribe.Happened("94", "1.1", new StepEvent.Commented([]) { Status = StepStatus.Blocked }, Times.Now.AddHours(1));
        _scribe.Happened("94", "1.1", new StepEvent.VerificationChanged(null, VerificationState.Passing, null) { Status = StepStatus.Blocked }, Times.Now.AddHours(2));
        Change("94", "1.1", StepStatus.Blocked, StepStatus.InProgress, Times.Now.AddHours(3));
        Assert.Equal(TimeSpan.FromHours(3), Assert.Single(ObstaclePairs.Of(_scribe.Entries)).Lasted);
    }

    private void Block(string code, string step, DateTimeOffset at) =>
        _scribe.Happened(code, step, new StepEvent.StatusChanged(StepStatus.InProgress, StepStatus.Blocked, Basis.Report) { Blocker = Funding }, at);

    private void Change(string code, string step, StepStatus from, StepStatus to, DateTimeOffset at, Basis basis = Basis.Report, string phase = "test") =>
        _scribe.Happened(code, step, new StepEvent.StatusChanged(from, to, basis), at, phase);
}
