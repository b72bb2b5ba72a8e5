using Rollout.Core.Participants;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Participants;

/// <summary>Names as documents write them.</summary>
public sealed class NameMatcherTests
{
    private static readonly NameMatcher Names = new(LienThong.Provinces);

    [Theory]
    [InlineData("Cần Thơ", "92")]
    [InlineData("can tho", "92")]
    [InlineData("CẦN  THƠ", "92")]
    [InlineData("Cần\nThơ", "92")]
    [InlineData("thành phố Cần Thơ", "92")]
    [InlineData("TP Cần Thơ", "92")]
    [InlineData("TP. Đà Nẵng", "48")]
    [InlineData("Tỉnh Sóc Trăng", "94")]
    [InlineData("Hồ Chí Minh", "79")]
    [InlineData("TP Hồ \nChí Minh", "79")]
    [InlineData("TP.HCM", "79")]
    [InlineData("Thành phố Hồ Chí Minh", "79")]
    [InlineData("Bà Rịa – Vũng Tàu", "77")]
    [InlineData("Bà Rịa-Vũng Tàu", "77")]
    [InlineData("Ba Ria Vung Tau", "77")]
    [InlineData("Hoà Bình", "17")]
    [InlineData("Đăk Lăk", "66")]
    [InlineData("Dak Nong", "67")]
    [InlineData("Thừa Thiên - Huế", "46")]
    [InlineData("Huế", "46")]
    [InlineData("Bắc Cạn", "06")]
    public void Name_is_recognised(string name, string code) => Assert.Equal(code, Names.Find(name)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData(" – ")]
    [InlineData("Hà")]
    [InlineData("Hà Tây")]
    [InlineData("Hà Nội và Hà Nam")]
    public void Name_of_nobody_finds_nobody(string name) => Assert.Null(Names.Find(name));

    [Theory]
    [InlineData("Cần Thở Ơ", "Cần Thơ")]
    [InlineData("Quảng Ngải", "Quảng Ngãi")]
    [InlineData("Ha Noii", "Hà Nội")]
    [InlineData("Vientiane Prefecture", null)]
    [InlineData("", null)]
    public void Hint_is_the_nearest_name_or_none(string name, string? hint) => Assert.Equal(hint, Names.Hint(name));

    [Fact]
    public void Every_province_is_recognised_by_its_own_name_and_by_every_alias()
    {
        foreach (var province in LienThong.Provinces.All)
            foreach (var name in province.Aliases.Prepend(province.Name))
                Assert.Same(province, Names.Find(name));
    }
}
