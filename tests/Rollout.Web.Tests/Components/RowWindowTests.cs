using Rollout.Web.Components.Matrix;

namespace Rollout.Web.Tests.Components;

public sealed class RowWindowTests
{
    [Theory, InlineData(0), InlineData(63), InlineData(200)]
    public void Short_table_is_drawn_whole(int total) => Assert.Equal((0, total, true), Of(total, 40));

    [Theory, InlineData(0, 0, 80), InlineData(39, 0, 80), InlineData(1000, 960, 1040), InlineData(3320, 3241, 3321), InlineData(9999, 3241, 3321), InlineData(-5, 0, 80)]
    public void Long_table_is_drawn_about_a_row(int about, int start, int end) => Assert.Equal((start, end, false), Of(3321, about));

    private static (int Start, int End, bool Whole) Of(int total, int about)
    {
        var window = RowWindow.Of(total, about, RowWindow.Live);
        return (window.Start, window.End, window.IsWhole);
    }
}
