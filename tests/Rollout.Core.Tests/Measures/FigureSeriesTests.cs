using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Measures;

/// <summary>One participant over its periods, and two boards beside each other.</summary>
public sealed class FigureSeriesTests
{
    [Fact]
    public void Series_follows_the_periods_and_leaves_a_gap_where_a_figure_was_taken_back()
    {
        var september = new FigurePeriod(new(2025, 9, 1), new(2025, 9, 30));
        var scribe = RankingTests.Books((september, "Huế", 3), (July, "Huế", 1), (August, "Huế", 2), (Quarter, "Huế", 6));
        scribe.Record(States(scribe.Board, "Huế", Books, August, null, "Sai"), Now);
        var row = scribe.Board[Province("Huế").Id];
        Assert.Equal([new(July, 1), new(August, null), new(september, 3)], FigureSeries.Of(row, Books, July));
        Assert.Equal([new(Quarter, 6)], FigureSeries.Of(row, Books));
        Assert.Empty(FigureSeries.Of(row, Share));
        Assert.Empty(FigureSeries.Of(Empty[Province("Huế").Id], Books));
    }

    [Theory]
    [InlineData("2025-07-01", "2025-07-31", "2024-02-01", "2024-02-29", true)]
    [InlineData("2025-07-01", "2025-07-31", "2025-07-01", "2025-09-30", false)]
    [InlineData("2025-07-01", "2025-07-31", "2025-07-01", "2025-07-30", false)]
    [InlineData("2025-07-01", "2025-10-28", "2025-07-01", "2025-11-15", true)]
    [InlineData("2025-07-07", "2025-07-13", "2025-07-14", "2025-07-20", true)]
    [InlineData("2025-07-07", "2025-07-13", "2025-07-14", "2025-07-21", false)]
    [InlineData("2024-01-01", "2024-12-31", "2025-01-01", "2025-12-31", true)]
    public void Periods_are_alike_in_months_or_in_days(string from, string to, string otherFrom, string otherTo, bool alike)
    {
        var (one, other) = (Period(from, to), Period(otherFrom, otherTo));
        Assert.Equal((alike, alike), (one.IsLike(other), other.IsLike(one)));
    }

    [Fact]
    public void Difference_names_what_came_went_and_changed()
    {
        var scribe = RankingTests.Books((July, "Huế", 1), (July, "Sơn La", 5), (July, "Hà Nội", 8));
        var before = scribe.Board;
        scribe.Record(States(scribe.Board, "Huế", Books, July, 2, "Đếm lại"), Now);
        scribe.Record(States(scribe.Board, "Sơn La", Books, July, null, "Sai"), Now);
        scribe.Record(States(scribe.Board, "Cà Mau", Books, August, 3), Now);
        scribe.Record(States(scribe.Board, "Cà Mau", Share, Autumn, 44.47m), Now);
        var changes = FigureChange.Between(before, scribe.Board);
        Assert.Equal(
            [
                new(Province("Cà Mau"), ShareMeasure, Autumn, null, 44.47m), new(Province("Cà Mau"), BooksMeasure, August, null, 3),
                new(Province("Huế"), BooksMeasure, July, 1, 2), new(Province("Sơn La"), BooksMeasure, July, 5, null),
            ],
            changes);
        Assert.Equal([null, null, true, null], changes.Select(c => c.Improved));
        Assert.True((changes[0] with { Before = 50 }).Improved);
        Assert.False((changes[0] with { Before = 44 }).Improved);
        Assert.Empty(FigureChange.Between(scribe.Board, scribe.Board));
        Assert.Equal(changes.Length, FigureChange.Between(scribe.Board, before).Length);
    }

    private static FigurePeriod Period(string from, string to) => new(DateOnly.Parse(from), DateOnly.Parse(to));
}
