using System.Collections.Frozen;
using Rollout.Core.Maps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Maps;

/// <summary>The map of a later set is that of the earlier one, the parts joined.</summary>
public sealed class MapOutlineTests
{
    private static readonly MapOutline Earlier = new(
        100, 100,
        new Dictionary<string, MapOutline.Shape>(StringComparer.Ordinal) { ["10"] = new("M0 0Z", 1, 1), ["15"] = new("M0 0L9 9Z", 5, 5), ["01"] = new("M1 1Z", 2, 2), ["48"] = new("M2 2Z", 3, 3), ["49"] = new("M3 3L3 4Z", 4, 4) }
            .ToFrozenDictionary(StringComparer.Ordinal),
        [new("Islands", "49", [[1, 2]])]);

    [Fact]
    public void Successor_is_drawn_as_its_parts_and_keeps_their_islands()
    {
        var joined = Earlier.Joined("provinces-63", Sets.Provinces34.All);
        Assert.Equal(("M0 0Z M0 0L9 9Z", 5.0), (joined.Shapes["15"].D, joined.Shapes["15"].Cx));
        Assert.Equal("M1 1Z", joined.Shapes["01"].D);
        Assert.Equal("48", Assert.Single(joined.Archipelagos).Code);
        Assert.False(joined.Shapes.ContainsKey("10"));
    }

    [Fact]
    public void Participants_of_another_set_have_no_outline_there() => Assert.Empty(Earlier.Joined("districts", Sets.Provinces34.All).Shapes);
}
