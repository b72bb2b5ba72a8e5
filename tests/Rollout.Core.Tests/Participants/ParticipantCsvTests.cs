using Rollout.Core.Participants;

namespace Rollout.Core.Tests.Participants;

/// <summary>Reading a set from csv.</summary>
public sealed class ParticipantCsvTests
{
    [Fact]
    public void Columns_are_found_by_their_heads_whatever_their_order()
    {
        var (set, mistakes) = Read("name,aliases,code,note\nHòa Bình,Hoà Bình | HB ,17,x\n");
        Assert.Empty(mistakes);
        var only = Assert.Single(set!.All);
        Assert.Equal(("17", "Hòa Bình", "", "", null), (only.Code, only.Name, only.Kind, only.Region, only.Successor));
        Assert.Equal(["Hoà Bình", "HB"], only.Aliases);
        Assert.Equal(new ParticipantId("provinces", "17"), only.Id);
    }

    [Fact]
    public void Byte_order_mark_carriage_returns_and_empty_lines_are_no_matter()
    {
        var (set, _) = Read("\uFEFFcode,name,successor_2025\r\n01,Hà Nội,01\r\n\r\n02,Hà Giang,\r\n");
        Assert.Equal(["02", "01"], set!.All.Select(p => p.Code));
        Assert.Equal([null, "01"], set.All.Select(p => p.Successor));
    }

    [Theory]
    [InlineData("", "1 csv.column: code|1 csv.column: name")]
    [InlineData("code;name\n1;A", "1 csv.column: code|1 csv.column: name")]
    [InlineData("code,title\n1,A", "1 csv.column: name")]
    public void Missing_column_is_named(string text, string said) => Assert.Equal(said, Mistakes(text));

    [Fact]
    public void Every_mistake_is_named_at_its_line() =>
        Assert.Equal(
            "3 csv.cells: 2; 3|4 csv.doubled: 01; 2|5 csv.empty|6 csv.empty|8 csv.cells: 2; 1",
            Mistakes("code,name\n01,Hà Nội\n02,Bà Rịa, Vũng Tàu\n01,Hà Giang\n,Cao Bằng\n04,\n\nBắc Kạn"));

    [Fact]
    public void Head_alone_is_an_empty_set() => Assert.Equal(0, Read("code,name").Set!.Count);

    private static (ParticipantSet? Set, IEnumerable<Core.Wording.Mistake> Mistakes) Read(string text)
    {
        var (set, mistakes) = ParticipantCsv.Read("provinces", "provinces.csv", text);
        return (set, mistakes);
    }

    private static string Mistakes(string text)
    {
        var (set, mistakes) = Read(text);
        Assert.Null(set);
        return string.Join('|', mistakes.Select(m => $"{m.Line} {m.Message}"));
    }
}
