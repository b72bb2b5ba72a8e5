using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Measures;

/// <summary>A published figure beside what is counted: a difference is shown, never hidden and never filled in.</summary>
public sealed class PublishedComparisonTests
{
    private static readonly DateTimeOffset Summer = Times.At("2025-08-20 08:00");

    [Fact]
    public void Figures_stand_beside_what_is_counted()
    {
        var scribe = Connected("96", "01");
        Assert.Equal(["connected 2 ~ 2", "listed 1 <> 2", "records 100 ~ – (34)"], Read(scribe, Summer));
    }

    [Fact]
    public void Published_figure_is_never_counted_and_a_count_never_published()
    {
        var comparison = PublishedComparison.All(Connected("96").Board, "now", Summer)[0];
        Assert.Equal((2, 1, true), (comparison.Figure.Value, comparison.Counted, comparison.Differs));
        Assert.Equal(34, comparison.Figure.OutOf);
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(101, false)]
    public void More_than_a_figure_that_says_more_is_no_difference(int counted, bool differs)
    {
        var scribe = RankingTests.Books((July, "Huế", counted));
        var comparison = Single(scribe, "records");
        Assert.Equal((counted, 33, differs), (comparison.Counted, comparison.Missing, comparison.Differs));
    }

    [Fact]
    public void Total_is_that_of_the_latest_period() =>
        Assert.Equal(7, Single(RankingTests.Books((July, "Huế", 500), (August, "Huế", 3), (August, "Sơn La", 4)), "records").Counted);

    [Fact]
    public void What_is_not_known_yet_is_neither_nought_nor_a_difference()
    {
        var figure = Rules.PublishedFigures[0];
        var unknown = PublishedComparison.Of(Empty, figure, "now", Times.At("2025-06-30 08:00"));
        Assert.Equal((null, 34, false), (unknown.Counted, unknown.Missing, unknown.Differs));
        var scribe = New();
        scribe.Has("96", "1", StepStatus.Done, Times.At("2025-06-01 08:00"), "now");
        var partly = PublishedComparison.Of(scribe.Board, figure, "now", Times.At("2025-06-30 08:00"));
        Assert.Equal((1, 33, true), (partly.Counted, partly.Missing, partly.Differs));
    }

    [Fact]
    public void Figure_of_a_date_that_has_not_begun_is_not_told()
    {
        Assert.Equal(["records"], PublishedComparison.All(Empty, "now", Times.At("2025-07-31 23:00")).Select(c => c.Figure.Key));
        Assert.Equal(["connected", "records"], PublishedComparison.All(Empty, "now", Times.At("2025-08-01 00:00")).Select(c => c.Figure.Key));
        Assert.Equal(["connected", "listed", "records"], PublishedComparison.All(Empty, "now", Times.At("2025-08-15 00:00")).Select(c => c.Figure.Key));
        Assert.Contains("alone", PublishedComparison.All(Empty, "now", Times.At("2026-01-01 00:00")).Select(c => c.Figure.Key));
    }

    [Fact]
    public void Figure_that_stands_beside_nothing_contradicts_nothing()
    {
        var alone = Single(Connected("96"), "alone");
        Assert.Equal((null, false), (alone.Counted, alone.Differs));
    }

    [Fact]
    public void Blocked_steps_count_as_what_they_came_from()
    {
        var scribe = Connected("96");
        scribe.Has("01", "1", StepStatus.InProgress, Summer, "now");
        scribe.Has("01", "1", StepStatus.Blocked, Summer, "now");
        foreach (var (word, count) in ((string, int)[])[("done", 1), ("inProgress", 1), ("blocked", 1), ("notStarted", 32), ("reported", 0)])
            Assert.Equal(count, PublishedComparison.Of(scribe.Board, Rules.PublishedFigures[0] with { Beside = new BesideCount.AtStep("1", word) }, "now", Summer).Counted);
    }

    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2022-05-25", "2022-05-25", "2022-05-25")]
    public void Date_is_as_exact_as_its_source(string text, string first, string last)
    {
        var date = PartialDate.Parse(text)!.Value;
        Assert.Equal((text, DateOnly.Parse(first), DateOnly.Parse(last)), ($"{date}", date.First, date.Last));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("22")]
    [InlineData("9999")]
    [InlineData("2022-13")]
    [InlineData("2022-5")]
    [InlineData("05/2022")]
    [InlineData("2023-02-29")]
    public void What_is_no_date_is_none(string? text) => Assert.Null(PartialDate.Parse(text));

    private static Scribe Connected(params string[] codes)
    {
        var scribe = New();
        foreach (var code in codes) scribe.Has(code, "1", StepStatus.Done, Summer, "now");
        return scribe;
    }

    private static PublishedComparison Single(Scribe scribe, string key) =>
        PublishedComparison.Of(scribe.Board, Rules.PublishedFigures.Single(f => f.Key == key), "now", Now);

    private static IEnumerable<string> Read(Scribe scribe, DateTimeOffset at) => PublishedComparison.All(scribe.Board, "now", at).Select(c =>
        $"{c.Figure.Key} {c.Figure.Value} {(c.Differs ? "<>" : "~")} {c.Counted?.ToString() ?? "–"}{(c.Missing > 0 ? $" ({c.Missing})" : "")}");
}
