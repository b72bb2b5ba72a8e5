using Rollout.Core.Participants;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Participants;

/// <summary>Who a participant is, was and became.</summary>
public sealed class KinTests
{
    [Fact]
    public void Part_has_its_successor_and_none_of_those_that_were_joined_with_it() =>
        Assert.Equal(["Same provinces-63/94", "Successor provinces-34/92"], Of(new("provinces-63", "94"), Sets.Merger));

    [Fact]
    public void Whole_has_its_parts_in_official_order() =>
        Assert.Equal(["Same provinces-34/92", "Part provinces-63/92", "Part provinces-63/93", "Part provinces-63/94"], Of(new("provinces-34", "92"), Sets.Merger));

    [Fact]
    public void Participant_outside_every_lineage_has_itself_alone() =>
        Assert.Equal(["Same central-2024/bqp"], Of(new("central-2024", "bqp"), Sets.Merger));

    [Fact]
    public void Successor_of_a_successor_and_part_of_a_part_are_kin_too()
    {
        var (first, second, third) = (Sets.Of("first", "code,name\n1,Alma\n2,Brod"), Sets.Of("second", "code,name,parts\nA,Almabrod,first:1 2"), Sets.Of("third", "code,name,parts\nX,Coast,second:A"));
        Lineage[] lineages = [Lineage.Of(first, second).Lineage!, Lineage.Of(second, third).Lineage!];
        Assert.Equal(["Same first/1", "Successor second/A", "Successor third/X"], Of(new("first", "1"), lineages));
        Assert.Equal(["Same third/X", "Part second/A", "Part first/1", "Part first/2"], Of(new("third", "X"), lineages));
    }

    private static IEnumerable<string> Of(ParticipantId id, params Lineage[] lineages) => Kin.Of(id, [.. lineages]).Select(k => $"{k.Kind} {k.Id}");
}
