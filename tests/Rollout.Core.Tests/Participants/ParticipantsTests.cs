using System.Text.Json;
using Rollout.Core.Participants;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Participants;

/// <summary>Sets, codes and the order of official letters.</summary>
public sealed class ParticipantsTests
{
    /// <summary>Every list of the July 2024 appendix, as published.</summary>
    public static TheoryData<int, string[]> PublishedLists
    {
        get
        {
            var lists = new TheoryData<int, string[]>();
            using var appendix = JsonDocument.Parse(LienThong.BaselineText(LienThong.Appendix));
            foreach (var row in appendix.RootElement.EnumerateArray())
                lists.Add(row.GetProperty("number").GetInt32(), [.. row.GetProperty("provinces").EnumerateArray().Select(p => p.GetString()!)]);
            return lists;
        }
    }

    [Theory]
    [MemberData(nameof(PublishedLists))]
    public void Official_order_is_the_order_of_every_published_list(int number, string[] published)
    {
        var names = new NameMatcher(LienThong.Provinces);
        var shuffled = published.OrderBy(n => n.Length).ThenByDescending(n => n, StringComparer.Ordinal).Select(n => names.Find(n)!);
        Assert.Equal(published, shuffled.Order(OfficialOrder.Instance).Select(p => p.Name));
        Assert.InRange(number, 1, 6);
    }

    [Fact]
    public void Official_order_strips_marks_takes_d_for_đ_and_keeps_spaces_and_tp()
    {
        string[] names = ["Đà Nẵng", "Đắk Lắk", "Da", "TP Hồ Chí Minh", "Trà Vinh", "Thanh Hóa", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "bắc Giang"];
        var ordered = names.Select(n => Named(n, n)).Order(OfficialOrder.Instance).Select(p => p.Name);
        Assert.Equal(["Bà Rịa - Vũng Tàu", "bắc Giang", "Bạc Liêu", "Da", "Đà Nẵng", "Đắk Lắk", "Thanh Hóa", "TP Hồ Chí Minh", "Trà Vinh"], ordered);
    }

    [Fact]
    public void Official_order_breaks_ties_by_code() =>
        Assert.Equal(["07", "9"], new[] { Named("9", "Hà Nam"), Named("07", "Hạ Nạm") }.Order(OfficialOrder.Instance).Select(p => p.Code));

    [Fact]
    public void Set_stands_in_official_order_and_finds_by_code()
    {
        var set = Lights.Harbours;
        Assert.Equal(["Alma", "Brod", "Cove"], set.All.Select(p => p.Name));
        Assert.Equal((3, 1, -1), (set.Count, set.IndexOf("B"), set.IndexOf("Z")));
        Assert.Equal("Cove", set.Find("C")!.Name);
        Assert.Null(set.Find("Z"));
    }

    [Fact]
    public void Set_with_a_code_twice_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => new ParticipantSet("s", [Named("1", "A"), Named("1", "B")]));

    [Theory]
    [InlineData("Đắk Lắk", "dak lak")]
    [InlineData("THỪA THIÊN HUẾ", "thua thien hue")]
    [InlineData("Bà Rịa - Vũng Tàu", "ba ria - vung tau")]
    public void Plain_text_is_what_is_typed_without_a_vietnamese_keyboard(string text, string plain) => Assert.Equal(plain, PlainText.Of(text));

    [Theory]
    [InlineData("provinces-63/92", true)]
    [InlineData("provinces-63", false)]
    [InlineData("/92", false)]
    [InlineData("provinces-63/", false)]
    [InlineData("a/b/c", false)]
    [InlineData(null, false)]
    public void Identity_is_set_and_code(string? text, bool valid)
    {
        Assert.Equal(valid, ParticipantId.TryParse(text, out var id));
        Assert.Equal(valid ? text : "/", id.ToString());
    }

    [Fact]
    public void Same_code_of_another_set_is_somebody_else() =>
        Assert.NotEqual(new ParticipantId("provinces-63", "15"), new ParticipantId("provinces-34", "15"));

    [Fact]
    public void Sixty_three_provinces_have_successors_of_which_thirty_four_remain() =>
        Assert.Equal(
            (0, 34),
            (LienThong.Provinces.All.Count(p => p.Successor is null), LienThong.Provinces.All.Select(p => p.Successor).Distinct().Count()));

    private static Participant Named(string code, string name) => new(new("s", code), name, "tỉnh", "", [], null);
}
