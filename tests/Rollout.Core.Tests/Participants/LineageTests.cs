using Rollout.Core.Participants;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Participants;

/// <summary>How one set became another, by set and code together.</summary>
public sealed class LineageTests
{
    private const string Before = "code,name,successor_2025\n1,Alma,A\n2,Brod,A\n3,Cove,B";
    private const string After = "code,name,parts\nA,Almabrod,old:1 2\nB,Cove,old:3";

    [Fact]
    public void Every_one_of_the_sixty_three_has_exactly_one_successor_both_files_agreeing()
    {
        foreach (var province in LienThong.Provinces.All)
        {
            var whole = Sets.Merger.SuccessorOf(province.Id)!;
            Assert.Equal(province.Successor, whole.Code);
            Assert.Same(whole, Assert.Single(Sets.Provinces34.All, w => Sets.Merger.PartsOf(w.Id).Contains(province)));
        }
    }

    [Fact]
    public void Parts_of_all_together_are_the_sixty_three()
    {
        var parts = Sets.Provinces34.All.SelectMany(w => Sets.Merger.PartsOf(w.Id)).ToList();
        Assert.Equal(63, parts.Count);
        Assert.Equal(LienThong.Provinces.All, parts.Order(OfficialOrder.Instance));
        Assert.Equal(11, Sets.Provinces34.All.Count(w => Sets.Merger.PartsOf(w.Id).Length == 1));
    }

    [Fact]
    public void Parts_of_a_whole_stand_in_official_order()
    {
        Assert.All(Sets.Provinces34.All, w => Assert.Equal(Sets.Merger.PartsOf(w.Id).Order(OfficialOrder.Instance), Sets.Merger.PartsOf(w.Id)));
        Assert.Equal(["Bà Rịa - Vũng Tàu", "Bình Dương", "TP Hồ Chí Minh"], Sets.Merger.PartsOf(new("provinces-34", "79")).Select(p => p.Name));
    }

    [Fact]
    public void Same_code_means_another_province_in_seven_cases()
    {
        var day = new DateOnly(2025, 6, 30);
        var others = Sets.Provinces34.All.Where(w => LienThong.Provinces.Find(w.Code) is { } same && same.NameOn(day) != w.Name).Select(w => w.Code);
        Assert.Equal(["15", "24", "44", "52", "80", "82", "91"], others.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("15")]
    [InlineData("24")]
    [InlineData("44")]
    [InlineData("52")]
    [InlineData("80")]
    [InlineData("82")]
    [InlineData("91")]
    public void Code_of_both_sets_is_never_mistaken_for_the_same_province(string code)
    {
        var (before, after) = (new ParticipantId("provinces-63", code), new ParticipantId("provinces-34", code));
        Assert.Null(Sets.Merger.SuccessorOf(after));
        Assert.Empty(Sets.Merger.PartsOf(before));
        Assert.Null(LienThong.Provinces.Find(after));
        Assert.Equal(-1, Sets.Provinces34.IndexOf(before));
        Assert.Contains(Sets.Merger.PartsOf(after), p => p.Name == Sets.Provinces34.Find(code)!.Name && p.Code != code);
    }

    [Fact]
    public void Shipped_sets_have_one_lineage()
    {
        var (lineages, mistakes) = Lineage.All([Sets.Central, Sets.Provinces34, LienThong.Provinces]);
        Assert.Empty(mistakes);
        var only = Assert.Single(lineages);
        Assert.Equal(("provinces-63", "provinces-34"), (only.Before.Key, only.After.Key));
    }

    [Fact]
    public void Whole_without_parts_is_new()
    {
        var (lineage, mistakes) = Lineage.Of(Sets.Of("old", Before), Sets.Of("new", After + "\nC,Isle,"));
        Assert.Empty(mistakes);
        Assert.Empty(lineage!.PartsOf(new("new", "C")));
        Assert.Null(lineage.SuccessorOf(new("old", "9")));
    }

    [Fact]
    public void Earlier_set_that_names_no_successors_follows_the_later_one() =>
        Assert.Equal("A", Lineage.Of(Sets.Of("old", "code,name\n1,Alma\n2,Brod\n3,Cove"), Sets.Of("new", After)).Lineage!.SuccessorOf(new("old", "2"))!.Code);

    [Theory]
    [InlineData(Before, "code,name,parts\nA,Almabrod,old:1 2\nB,Cove,old:4", "new.csv:3 lineage.unknown: old/4|old.csv:4 lineage.none: old/3; new")]
    [InlineData(Before, "code,name,parts\nA,Almabrod,old:1 2\nB,Cove,old:2 3", "new.csv:3 lineage.twice: old/2; new/A")]
    [InlineData(Before, "code,name,parts\nA,Almabrod,old:1 2 2\nB,Cove,old:3", "new.csv:2 lineage.twice: old/2; new/A")]
    [InlineData(Before, "code,name,parts\nA,Almabrod,old:1\nB,Cove,old:2 3", "old.csv:3 lineage.differs: old/2; A; new/B")]
    [InlineData("code,name,successor_2025\n1,Alma,A\n2,Brod,\n3,Cove,B", After, "old.csv:3 lineage.differs: old/2; -; new/A")]
    [InlineData(Before, "code,name,parts\nA,Almabrod,old:1 2\nB,Cove,old:3\nC,Isle,new:A\nD,Rock,ild:1", "new.csv:4 lineage.set: new; old|new.csv:5 lineage.set: ild; old")]
    public void Impossible_kinship_is_named_at_its_file_and_line(string before, string after, string said)
    {
        var (lineages, mistakes) = Lineage.All([Sets.Of("old", before), Sets.Of("new", after)]);
        Assert.Equal(said, string.Join('|', mistakes.Select(m => $"{m.File}:{m.Line} {m.Message}").Order(StringComparer.Ordinal)));
        Assert.Equal(mistakes.All(m => m.Message.Code == "lineage.set") ? 1 : 0, lineages.Length);
    }
}
