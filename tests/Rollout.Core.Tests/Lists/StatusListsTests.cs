using Rollout.Core.Lists;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Lists;

/// <summary>Appendix I, derived: rows, the hole between them, what is not known.</summary>
public sealed class StatusListsTests
{
    private static readonly DateTimeOffset Day1 = Times.At("2024-08-01 10:00");

    [Fact]
    public void One_that_finished_the_second_system_before_the_first_is_named_as_unlisted()
    {
        var scribe = Covered();
        scribe.Finishes("94", "2", Day1);
        var lists = Read(scribe);
        Assert.Equal(["Sóc Trăng"], lists.Unlisted.Select(p => p.Name));
        Assert.Equal([4], Rows(lists, "94"));

        scribe.Has("94", "1.1", InProgress, Day1);
        Assert.Equal([3], Rows(Read(scribe), "94"));
        Assert.Equal(["Sóc Trăng"], Read(scribe).Unlisted.Select(p => p.Name));

        scribe.Finishes("94", "1", Day1.AddHours(1));
        Assert.Equal([1, 2], Rows(Read(scribe), "94"));
        Assert.Empty(Read(scribe).Unlisted);
    }

    [Fact]
    public void One_that_finished_the_first_system_only_stands_in_a_row_of_each()
    {
        var scribe = Covered();
        scribe.Finishes("94", "1", Day1);
        Assert.Equal([2, 6], Rows(Read(scribe), "94"));
        Assert.Empty(Read(scribe).Unlisted);
    }

    [Fact]
    public void Before_the_first_source_nobody_is_known_and_nobody_is_listed()
    {
        var lists = StatusLists.Of(LienThong.Empty, "test", Day1);
        Assert.False(lists.Known);
        Assert.Equal(63, lists.Unknown.Length);
        Assert.All(lists.Lists, l => Assert.Equal(0, l.Count));
        Assert.Empty(lists.Unlisted);
    }

    [Fact]
    public void One_known_with_one_system_alone_is_listed_there_and_unknown_with_the_other()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        scribe.Has("94", "1.1", InProgress, Day1);
        var lists = Read(scribe);
        Assert.Equal([3], Rows(lists, "94"));
        Assert.Contains(LienThong.Province("94"), lists.Unknown);
        Assert.Empty(lists.Unlisted);
    }

    [Fact]
    public void Phases_have_lists_of_their_own()
    {
        var scribe = Covered();
        scribe.Finishes("94", "1", Day1);
        Assert.Equal(63, StatusLists.Of(scribe.Board, "production", Day1).Unknown.Length);
    }

    [Fact]
    public void Names_stand_in_official_order_and_the_count_is_theirs()
    {
        var lists = Read(Covered());
        var all = lists.Lists.Single(l => l.Definition.Number == 4);
        Assert.Equal(LienThong.Provinces.All, all.Participants);
        Assert.Equal(63, all.Count);
    }

    [Fact]
    public void Difference_names_who_joined_and_who_left_each_row()
    {
        var scribe = Covered();
        var from = Read(scribe);
        scribe.Finishes("94", "1", Day1);
        scribe.Has("79", "1.1", InProgress, Day1);
        scribe.Has("92", "2.1", Blocked, Day1);
        var diff = StatusListDiff.Between(from, Read(scribe));
        string Says(int number) => Text(diff.Lists.Single(l => l.Definition.Number == number));
        Assert.Equal("+ −", Says(1));
        Assert.Equal("+Sóc Trăng −", Says(2));
        Assert.Equal("+TP Hồ Chí Minh −", Says(3));
        Assert.Equal("+ −Sóc Trăng, TP Hồ Chí Minh", Says(4));
        Assert.Equal("+ −", Says(6));
    }

    [Fact]
    public void Difference_of_a_reading_with_itself_is_empty()
    {
        var lists = Read(LienThong.WithBaselines());
        Assert.All(StatusListDiff.Between(lists, lists).Lists, l => Assert.Equal("+ −", Text(l)));
    }

    private static Scribe Covered()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        scribe.Covers("test", Day1.AddDays(-1));
        return scribe;
    }

    private static StatusLists Read(Scribe scribe) => StatusLists.Of(scribe.Board, "test", Day1.AddDays(1));

    private static IEnumerable<int> Rows(StatusLists lists, string code) =>
        lists.Lists.Where(l => l.Participants.Any(p => p.Code == code)).Select(l => l.Definition.Number);

    private static string Text(StatusListChange change) =>
        $"+{string.Join(", ", change.Added.Select(p => p.Name))} −{string.Join(", ", change.Removed.Select(p => p.Name))}";
}
