using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Trends;

namespace Rollout.Core.Tests.Properties;

/// <summary>What holds of figures and differences whatever people, probes and imports do.</summary>
public sealed class FigureProperties
{
    [Fact]
    public void Regions_add_up_to_the_whole() =>
        Moves.Check(120, story =>
        {
            foreach (var phase in LienThong.Programme.Phases)
            {
                var regions = RegionCount.Of(story.Board, phase.Key, story.End);
                Assert.Equal(story.Board.Rows.Count, regions.Sum(r => r.Participants));
                Assert.Equal(BoardSummary.Of(story.Board, phase.Key, story.End).StepsDone, regions.Sum(r => r.StepsDone));
                for (var i = 0; i < LienThong.Programme.Systems.Length; i++)
                {
                    var whole = SystemCount.Of(story.Board, LienThong.Programme.Systems[i].Key, phase.Key, story.End);
                    Assert.Equal(whole, new(
                        whole.System, regions.Sum(r => r.Systems[i].Completed), regions.Sum(r => r.Systems[i].InProgress), regions.Sum(r => r.Systems[i].NotStarted),
                        regions.Sum(r => r.Systems[i].Unknown)));
                }
            }
        });

    [Fact]
    public void Every_open_step_waits_in_exactly_one_group() =>
        Moves.Check(120, story =>
        {
            foreach (var phase in LienThong.Programme.Phases)
            {
                var open = story.Board.Rows.Sum(r => r.In(phase.Key).ToArray().Count(c => c.Status is not (StepStatus.NotStarted or StepStatus.Done)));
                var waits = OpenWaits.Of(story.Board, phase.Key, story.End);
                Assert.Equal((open, open), (waits.Open, waits.Groups.Sum(g => g.Cells)));
                Assert.All(waits.Groups, g => Assert.True(!g.On.IsEmpty && g.Cells >= g.Participants && g.Undated <= g.Cells && g.Overdue <= g.Cells && g.Longest.For >= TimeSpan.Zero));
                Assert.Equal(waits.Groups.Length, waits.Groups.Select(g => string.Join(' ', g.On)).Distinct().Count());
            }
        });

    [Fact]
    public void No_duration_is_negative_and_done_steps_are_measured_or_left_out() =>
        Moves.Check(120, story =>
        {
            foreach (var phase in LienThong.Programme.Phases)
                foreach (var step in StepDurations.Of(LienThong.Programme, LienThong.Few, phase.Key, story.Entries, story.End))
                {
                    Assert.True(step.Median is null || (step.Median >= TimeSpan.Zero && step.P90 >= step.Median && step.Slowest!.Took >= step.P90), $"{step}");
                    Assert.True(step.OpenMedian is null || (step.OpenMedian >= TimeSpan.Zero && step.LongestOpen!.Took >= step.OpenMedian), $"{step}");
                    var cells = story.Board.Rows.Select(r => r[phase.Key, step.Step.Key].Status).ToList();
                    Assert.Equal(cells.Count(c => c == StepStatus.Done), step.Samples + step.Excluded);
                    Assert.Equal(cells.Count(c => c is not (StepStatus.Done or StepStatus.NotStarted)), step.Open + step.OpenExcluded);
                }
        });

    [Fact]
    public void Movement_names_whom_the_difference_names_and_explains_every_step_that_moved_forward_in_time() =>
        Moves.Check(120, (story, a, b) =>
        {
            var span = story.End - Times.At("2024-07-15 00:00");
            var (early, late) = (Times.At("2024-07-15 00:00") + (span * Math.Min(a, b) / 999), Times.At("2024-07-15 00:00") + (span * Math.Max(a, b) / 999));
            var (from, to) = (Read(story, early), Read(story, late));
            var movement = ListMovement.Between(from, to, story.Entries.Where(e => e.At > early && e.At <= late));
            var diff = StatusListDiff.Between(from, to);
            Assert.Equal(diff.Lists.Select(l => (l.Added.Length, l.Removed.Length)), movement.Lists.Select(l => (l.Joined.Length, l.Left.Length)));
            Assert.All(movement.Lists, l => Assert.Equal(l.After - l.Before, l.Joined.Length - l.Left.Length));
            Assert.All(movement.Participants.SelectMany(p => p.Steps), s => Assert.NotEmpty(s.Entries));
            Assert.Equal(
                ListMovement.Who(from, to),
                movement.Participants.Select(p => p.Participant.Id).Union(diff.Lists.SelectMany(l => l.Added.Concat(l.Removed)).Select(p => p.Id)).OrderBy(p => story.Board.Participants.IndexOf(p.Code)));
        });

    private static StatusLists Read(Story story, DateTimeOffset at) => StatusLists.Of(Story.Empty.Apply(story.Entries.Where(e => e.At <= at)), "test", at);
}
