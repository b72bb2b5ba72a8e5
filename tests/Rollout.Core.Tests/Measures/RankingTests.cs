using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Measures;

/// <summary>Rankings, totals and thresholds, with the six provinces of letter 7139 and the 28 that have no figure.</summary>
public sealed class RankingTests
{
    private static readonly string[] Named = ["Cà Mau", "Lào Cai", "Lạng Sơn", "An Giang", "Ninh Bình", "Phú Thọ"];

    [Fact]
    public void Six_provinces_are_ranked_as_the_letter_names_them_and_28_have_no_figure()
    {
        var ranking = Ranking.Of(WithLetter().Board, ShareMeasure, order: RankOrder.WorstFirst);
        Assert.Equal(Autumn, ranking.Period);
        Assert.Equal(Named, ranking.Ranked.Select(r => r.Participant.Name));
        Assert.Equal([44.47m, 43.63m, 38.40m, 32.87m, 24.03m, 20.54m], ranking.Ranked.Select(r => r.Value));
        Assert.Equal(Enumerable.Range(1, 6), ranking.Ranked.Select(r => r.Rank));
        Assert.Equal(28, ranking.Without.Length);
        Assert.Contains("Hà Nội", ranking.Without.Select(p => p.Name));
    }

    [Fact]
    public void Best_of_those_with_a_figure_is_first_unless_asked_otherwise()
    {
        Assert.Equal(Named.Reverse(), Ranking.Of(WithLetter().Board, ShareMeasure).Ranked.Select(r => r.Participant.Name));
        var scribe = Books((July, "Hà Nội", 10), (July, "Huế", 30), (July, "Sơn La", 20));
        Assert.Equal("1 Huế, 2 Sơn La, 3 Hà Nội", Places(Ranking.Of(scribe.Board, BooksMeasure)));
        Assert.Equal("1 Hà Nội, 2 Sơn La, 3 Huế", Places(Ranking.Of(scribe.Board, BooksMeasure, order: RankOrder.WorstFirst)));
    }

    [Fact]
    public void Equal_figures_share_a_place_in_official_order()
    {
        var scribe = Books((July, "Sơn La", 5), (July, "Huế", 5), (July, "Hà Nội", 7), (July, "Cà Mau", 5), (July, "Lào Cai", 1));
        Assert.Equal("1 Hà Nội, 2 Cà Mau, 2 Huế, 2 Sơn La, 5 Lào Cai", Places(Ranking.Of(scribe.Board, BooksMeasure)));
        Assert.Equal("1 Lào Cai, 2 Cà Mau, 2 Huế, 2 Sơn La, 5 Hà Nội", Places(Ranking.Of(scribe.Board, BooksMeasure, order: RankOrder.WorstFirst)));
    }

    [Fact]
    public void Nought_is_a_figure_and_none_is_not()
    {
        var ranking = Ranking.Of(Books((July, "Huế", 0)).Board, BooksMeasure);
        Assert.Equal("1 Huế", Places(ranking));
        Assert.Equal(new(0, 1, 33), ranking.Total);
    }

    [Fact]
    public void Figure_taken_back_has_no_place_any_more()
    {
        var scribe = Books((July, "Huế", 4), (July, "Sơn La", 6));
        scribe.Record(States(scribe.Board, "Huế", Dossiers.Books, July, null, "Sai"), Now);
        var ranking = Ranking.Of(scribe.Board, BooksMeasure);
        Assert.Equal("1 Sơn La", Places(ranking));
        Assert.Contains("Huế", ranking.Without.Select(p => p.Name));
        scribe.Record(States(scribe.Board, "Sơn La", Dossiers.Books, July, null, "Sai"), Now);
        Assert.Null(Ranking.Of(scribe.Board, BooksMeasure).Period);
    }

    [Fact]
    public void Nobody_has_a_place_before_the_first_figure()
    {
        var ranking = Ranking.Of(Empty, BooksMeasure);
        Assert.Equal((null, 0, 34), (ranking.Period, ranking.Ranked.Length, ranking.Without.Length));
        Assert.Equal(new(null, 0, 34), ranking.Total);
        Assert.Empty(Ranking.Of(Empty, ShareMeasure).Above(20));
    }

    [Fact]
    public void Only_figures_of_the_same_period_are_compared()
    {
        var scribe = Books((July, "Huế", 4), (August, "Sơn La", 6), (July, "Hà Nội", 9));
        Assert.Equal("1 Sơn La", Places(Ranking.Of(scribe.Board, BooksMeasure)));
        Assert.Equal("1 Hà Nội, 2 Huế", Places(Ranking.Of(scribe.Board, BooksMeasure, July)));
        Assert.Equal([July, August], scribe.Board.PeriodsOf(Dossiers.Books));
        Assert.Equal((4m, null), (scribe.Board.ValueOf(Province("Huế").Id, Dossiers.Books, July), scribe.Board.ValueOf(Province("Huế").Id, Dossiers.Books, August)));
    }

    [Fact]
    public void Lists_ask_for_the_figures_of_the_latest_period_of_all()
    {
        var figures = new LatestFigures(Books((July, "Huế", 4), (August, "Sơn La", 6)).Board);
        Assert.Equal((null, 6m, null), (figures.Of(Province("Huế"), Dossiers.Books), figures.Of(Province("Sơn La"), Dossiers.Books), figures.Of(Province("Huế"), Share)));
        var letter = new LatestFigures(WithLetter().Board);
        Assert.Equal((6, 28), (Sets.Provinces34.All.Count(p => letter.Of(p, Share) > 20), Sets.Provinces34.All.Count(p => letter.Of(p, Share) is null)));
    }

    [Fact]
    public void Of_periods_that_end_together_the_longest_is_the_latest()
    {
        var september = new FigurePeriod(new(2025, 9, 1), new(2025, 9, 30));
        Assert.Equal(Quarter, Books((Quarter, "Huế", 4), (september, "Huế", 2)).Board.LatestPeriodOf(Dossiers.Books));
    }

    [Fact]
    public void Total_says_how_many_are_missing_and_shares_have_none()
    {
        var total = Ranking.Of(Books((July, "Huế", 2_524_892), (July, "Sơn La", 8)).Board, BooksMeasure).Total!;
        Assert.Equal(new(2_524_900, 2, 32), total);
        Assert.False(total.Whole);
        Assert.Null(Ranking.Of(WithLetter().Board, ShareMeasure).Total);
    }

    [Fact]
    public void Above_a_threshold_are_those_beyond_it()
    {
        var ranking = Ranking.Of(WithLetter().Board, ShareMeasure, order: RankOrder.WorstFirst);
        Assert.Equal(Named, ranking.Above(20).Select(r => r.Participant.Name));
        Assert.Equal(["Cà Mau", "Lào Cai"], ranking.Above(38.40m).Select(r => r.Participant.Name));
        Assert.Empty(ranking.Above(44.47m));
    }

    [Theory]
    [InlineData("0", 0, true)]
    [InlineData("5", 0, true)]
    [InlineData("5.01", 0, false)]
    [InlineData("20", 0, false)]
    [InlineData("20.01", 1, false)]
    [InlineData("40", 1, false)]
    [InlineData("44.47", 2, false)]
    public void Figure_lies_in_a_band_and_reaches_its_target_or_not(string text, int band, bool reaches) =>
        Assert.Equal((band, reaches), (ShareMeasure.BandOf(ExactNumber.Read(text)), ShareMeasure.Reaches(ExactNumber.Read(text))));

    [Fact]
    public void Target_of_more_is_reached_from_below()
    {
        var more = BooksMeasure with { Target = 10 };
        Assert.Equal((false, true, true), (more.Reaches(9), more.Reaches(10), more.Reaches(11)));
        Assert.Null(BooksMeasure.Reaches(9));
    }

    internal static Scribe Books(params ReadOnlySpan<(FigurePeriod Period, string Province, decimal Value)> figures)
    {
        var scribe = New();
        foreach (var (period, province, value) in figures)
            Assert.IsType<Core.Steps.Decision.Accepted>(scribe.Record(States(scribe.Board, province, Dossiers.Books, period, value), Now));
        return scribe;
    }

    private static string Places(Ranking ranking) => string.Join(", ", ranking.Ranked.Select(r => $"{r.Rank} {r.Participant.Name}"));
}
