using Rollout.Core.Participants;

namespace Rollout.Core.Tests.Participants;

public sealed class NameOrderTests
{
    [Fact]
    public void Names_stand_as_in_official_letters_whatever_their_marks()
    {
        string[] names = ["Tr\u00e0 Vinh", "T\u00e2y Ninh", "\u0110\u00e0 N\u1eb5ng", "Di\u00ean", "\u0110\u1eafk L\u1eafk", "An Giang", "Gia Lai"];
        Assert.Equal([names[5], names[2], names[4], names[3], names[6], names[1], names[0]], names.Order(NameOrder.Instance));
    }

    [Fact]
    public void Names_that_differ_in_marks_alone_stand_in_the_order_of_the_alphabet() => Assert.Equal(["Dong", "\u0110ong"], new[] { "\u0110ong", "Dong" }.Order(NameOrder.Instance));

    [Fact]
    public void Nothing_stands_before_every_name() => Assert.True(NameOrder.Instance.Compare(null, "A") < 0);
}
