using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Trends;

namespace Rollout.Core.Tests.Trends;

/// <summary>When it would be completed at the present pace.</summary>
public sealed class EstimateTests
{
    private static readonly DateOnly First = new(2024, 8, 1);

    [Fact]
    public void Steady_pace_gives_one_day()
    {
        var estimate = Of([.. Enumerable.Range(0, 57).Select(d => d / 7)])!;
        Assert.Equal(First.AddDays(56 + (55 * 7)), estimate.Earliest);
        Assert.Equal(estimate.Earliest, estimate.Latest);
        Assert.Equal(1, estimate.PerWeek);
    }

    [Fact]
    public void Changing_pace_gives_a_range_from_the_fastest_window_to_the_slowest()
    {
        // 56 days: nothing for four weeks, one for two weeks, then three for two weeks.
        var estimate = Of([.. Enumerable.Repeat(0, 29), .. Enumerable.Repeat(1, 14), .. Enumerable.Repeat(4, 14)])!;
        Assert.Equal(First.AddDays(56 + (int)Math.Ceiling(59 / (3 / 14d))), estimate.Earliest);
        Assert.Equal(First.AddDays(56 + (int)Math.Ceiling(59 / (4 / 56d))), estimate.Latest);
        Assert.Equal(1, estimate.PerWeek);
    }

    [Fact]
    public void Pace_that_never_ends_has_no_latest()
    {
        // Thirty completed, one taken back within the last two weeks: over 14 days the pace is negative.
        var estimate = Of([.. Enumerable.Repeat(0, 20), .. Enumerable.Repeat(30, 30), .. Enumerable.Repeat(29, 7)])!;
        Assert.Null(estimate.Latest);
        Assert.True(estimate.Earliest > First.AddDays(56));
    }

    [Fact]
    public void Nothing_completed_lately_or_nothing_left_gives_no_estimate()
    {
        Assert.Null(Of([.. Enumerable.Repeat(3, 57)]));
        Assert.Null(Of([.. Enumerable.Repeat(0, 50), 63]));
        Assert.Null(Of([5]));
        Assert.Null(Of([]));
    }

    [Fact]
    public void Short_history_is_all_there_is_to_go_by()
    {
        var estimate = Of([0, 1, 2])!;
        Assert.Equal(First.AddDays(2 + 61), estimate.Earliest);
        Assert.Equal(7, estimate.PerWeek);
    }

    [Fact]
    public void What_a_source_made_known_is_no_pace()
    {
        ImmutableArray<TrendPoint> points =
        [
            .. Enumerable.Range(0, 10).Select(d => new TrendPoint(First.AddDays(d), [new SystemCount("x", 1, 0, 0, 62)], 0)),
            .. Enumerable.Range(10, 20).Select(d => new TrendPoint(First.AddDays(d), [new SystemCount("x", 12, 28, 23, 0)], 0)),
        ];
        Assert.Null(Estimate.Of(points, 0));
        points = points.Add(new(First.AddDays(30), [new SystemCount("x", 14, 26, 23, 0)], 0));
        Assert.Equal(First.AddDays(30 + (49 * 10)), Estimate.Of(points, 0)!.Latest);
    }

    /// <summary>Completed of 63, a point a day.</summary>
    private static Estimate? Of(int[] completed) => Estimate.Of(
        [.. completed.Select((c, d) => new TrendPoint(First.AddDays(d), [new SystemCount("x", c, 63 - c, 0, 0)], 0))], 0);
}
