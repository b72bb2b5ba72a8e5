using Rollout.Core.Ledger;
using Rollout.Core.Lists;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Lists;

/// <summary>What moved between two readings, and what explains it.</summary>
public sealed class ListMovementTests
{
    private static readonly DateTimeOffset First = Times.At("1900-01-01 00:00");

    [Fact]
    public void Name_that_joined_or_left_carries_the_changes_of_the_parts_its_row_speaks_of()
    {
        var scribe = Begun();
        scribe.Has("A", "1.1", Done, First.AddDays(1), "rehearsal");
        scribe.Has("A", "1.2", Reported, First.AddDays(2), "rehearsal");
        scribe.Has("A", "1.2", Done, First.AddDays(3), "rehearsal");
        var movement = Between(scribe, First, First.AddDays(4));

        var (lit, dark) = (movement.Lists[0], movement.Lists[1]);
        Assert.Equal((0, 1), (lit.Before, lit.After));
        Assert.Equal("Alma", Assert.Single(lit.Joined).Participant.Name);
        Assert.Equal([4L, 5, 6], lit.Joined[0].Entries.Select(e => e.Seq));
        Assert.Equal((3, 2), (dark.Before, dark.After));
        Assert.Equal([4L, 5, 6], Assert.Single(dark.Left).Entries.Select(e => e.Seq));
        var moved = Assert.Single(movement.Participants);
        Assert.True(moved.IsListed);
        Assert.Equal(["1.1 NotStarted Done 4", "1.2 NotStarted Done 5,6"], moved.Steps.Select(s => $"{s.Step.Key} {s.From.Status} {s.To.Status} {string.Join(',', s.Entries.Select(e => e.Seq))}"));
    }

    [Fact]
    public void Row_that_became_known_is_explained_by_its_source()
    {
        var movement = Between(Begun(), First.AddDays(-1), First.AddDays(1));
        Assert.Equal(3, movement.Lists[1].Joined.Length);
        Assert.All(movement.Lists[1].Joined, n => Assert.IsType<StepEvent.SourceStated>(Assert.Single(n.Entries).Event));
        Assert.Empty(movement.Participants);
    }

    [Fact]
    public void Entry_recorded_late_explains_what_differs_though_the_day_is_the_same()
    {
        var scribe = Begun();
        var late = new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Report);
        scribe.Happened("B", "1.1", late, First.AddDays(1), "rehearsal", recordedAt: First.AddDays(9));
        var day = First.AddDays(2);
        bool Knew(LedgerEntry e, int days) => e.At <= day && e.RecordedAt <= First.AddDays(days);
        var empty = Lights.Programme;
        StatusLists Read(int days) => StatusLists.Of(Core.Boards.Board.Empty(empty, Lights.Harbours).Apply(scribe.Entries.Where(e => Knew(e, days))), "rehearsal", day);
        var movement = ListMovement.Between(Read(3), Read(10), scribe.Entries.Where(e => Knew(e, 10) && !Knew(e, 3)));
        Assert.Equal(4, Assert.Single(Assert.Single(movement.Lists[1].Left).Entries).Seq);
    }

    [Fact]
    public void Step_that_lost_ground_goes_backward_and_an_obstacle_takes_none()
    {
        var scribe = Begun();
        foreach (var code in new[] { "A", "B" }) scribe.Has(code, "1.1", Done, First.AddDays(1), "rehearsal");
        scribe.Has("C", "1.1", InProgress, First.AddDays(1), "rehearsal");
        scribe.Has("A", "1.1", InProgress, First.AddDays(3), "rehearsal");
        scribe.Has("C", "1.1", Blocked, First.AddDays(3), "rehearsal");
        var movement = Between(scribe, First.AddDays(2), First.AddDays(4));
        Assert.Equal(["Alma back", "Cove stop"], movement.Participants.Select(p => $"{p.Participant.Name} {(p.Steps[0].IsBackward ? "back" : "")}{(p.Steps[0].IsObstacle ? "stop" : "")}"));
        Assert.All(movement.Participants, p => Assert.False(p.IsListed));
    }

    [Fact]
    public void Equal_readings_have_no_movement_and_need_no_entries()
    {
        var scribe = Begun();
        Assert.True(Between(scribe, First.AddDays(1), First.AddDays(2)).IsEmpty);
        Assert.Empty(ListMovement.Who(Read(scribe, First.AddDays(1)), Read(scribe, First.AddDays(2))));
    }

    private static Scribe Begun()
    {
        var scribe = Lights.Ledger();
        scribe.Covers("rehearsal", First);
        return scribe;
    }

    private static StatusLists Read(Scribe scribe, DateTimeOffset at) =>
        StatusLists.Of(Core.Boards.Board.Empty(Lights.Programme, Lights.Harbours).Apply(scribe.Entries.Where(e => e.At <= at)), "rehearsal", at);

    private static ListMovement Between(Scribe scribe, DateTimeOffset from, DateTimeOffset to) =>
        ListMovement.Between(Read(scribe, from), Read(scribe, to), scribe.Entries.Where(e => e.At > from && e.At <= to));
}
