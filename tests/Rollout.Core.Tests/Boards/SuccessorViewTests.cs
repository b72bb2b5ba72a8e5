using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Boards;

/// <summary>A board of 63 read by successor: rows are put together, nothing is made up.</summary>
public sealed class SuccessorViewTests
{
    [Fact]
    public void Board_of_sixty_three_is_thirty_four_groups_in_the_order_of_the_thirty_four()
    {
        var view = Read(LienThong.WithBaselines().Board);
        Assert.Equal(Sets.Provinces34.All, view.Groups.Select(g => g.Successor));
        Assert.Equal(LienThong.Provinces.All, view.Groups.SelectMany(g => g.Parts).Select(p => p.Row.Participant).Order(OfficialOrder.Instance));
        Assert.Empty(view.Others);
    }

    [Fact]
    public void Numbers_of_the_groups_add_up_to_those_of_the_board()
    {
        var board = LienThong.WithBaselines().Board;
        var whole = BoardSummary.Of(board, "test", Times.Now);
        var groups = Read(board).Groups;
        Assert.Equal((whole.Participants, whole.StepsDone, whole.Steps), (groups.Sum(g => g.Summary.Participants), groups.Sum(g => g.Summary.StepsDone), groups.Sum(g => g.Summary.Steps)));
        Assert.All(groups, g => Assert.Equal(g.Summary.StepsDone, g.Parts.Sum(p => p.Summary.StepsDone)));
        for (var i = 0; i < whole.Systems.Length; i++)
            Assert.Equal(
                whole.Systems[i],
                groups.Select(g => g.Summary.Systems[i]).Aggregate((a, b) => new(a.System, a.Completed + b.Completed, a.InProgress + b.InProgress, a.NotStarted + b.NotStarted, a.Unknown + b.Unknown)));
    }

    [Fact]
    public void Group_shows_the_parts_as_they_stand()
    {
        var group = Read(LienThong.WithBaselines().Board).Groups.Single(g => g.Successor.Name == "Cần Thơ");
        Assert.Equal(["Cần Thơ", "Hậu Giang", "Sóc Trăng"], group.Parts.Select(p => p.Row.Participant.Name));
        Assert.Equal([1, 0, 0], group.Parts.Select(p => p.Summary.AllSystems));
        Assert.Equal((3, 1), (group.Summary.Participants, group.Summary.AllSystems));
    }

    [Fact]
    public void Code_of_another_province_draws_no_row_to_it()
    {
        var group = Read(LienThong.Empty).Groups.Single(g => g.Successor.Code == "15");
        Assert.Equal("Lào Cai", group.Successor.Name);
        Assert.Equal(["Lào Cai", "Yên Bái"], group.Parts.Select(p => p.Row.Participant.Name));
    }

    [Fact]
    public void Successor_is_never_on_the_board_and_starts_empty_on_its_own()
    {
        var scribe = LienThong.WithBaselines();
        Assert.All(Sets.Provinces34.All, p => Assert.Null(scribe.Board.Participants.Find(p.Id)));
        var own = Board.Empty(LienThong.Programme, Sets.Provinces34).Apply(scribe.Entries);
        Assert.All(own.Rows, r => Assert.All(r.In("test").ToArray(), c => Assert.Equal(StepStatus.NotStarted, c.Status)));
    }

    [Fact]
    public void Participants_without_a_successor_stand_apart_and_absent_parts_make_no_group()
    {
        var some = new ParticipantSet("provinces-63", LienThong.Provinces.All.Where(p => p.Code is "10" or "74"));
        var view = Read(Board.Empty(LienThong.Programme, ParticipantSet.Together([Sets.Central, some])));
        Assert.Equal(["Lào Cai", "TP Hồ Chí Minh"], view.Groups.Select(g => g.Successor.Name));
        Assert.Equal(Sets.Central.All, view.Others.Select(r => r.Participant));
    }

    private static SuccessorView Read(Board board) => SuccessorView.Of(board, Sets.Merger, "test", Times.Now);
}
