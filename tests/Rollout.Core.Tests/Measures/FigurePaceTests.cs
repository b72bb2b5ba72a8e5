using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Measures;

/// <summary>On which day a target is reached at the present pace.</summary>
public sealed class FigurePaceTests
{
    private static readonly MeasureDefinition Books100 = BooksMeasure with { Target = 100 };

    /// <summary>Monthly figures from July on, the target, and what comes of them by 2025-12-31.</summary>
    public static TheoryData<int[], int, string> Cases => new()
    {
        // 31 days for 31 books: one a day, and 38 are left after 31 August.
        { [31, 62], 100, "InTime 2025-10-08" },
        { [1, 2], 100, "Late 2033-12-25" },
        { [31, 62], 62, "Reached" },
        { [31, 62], 61, "Reached" },
        { [50, 50], 100, "Still" },
        { [60, 50], 100, "Still" },
        { [31], 100, "TooFew" },
        { [], 100, "TooFew" },
        { [120], 100, "Reached" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Line_through_the_last_figures_says_when(int[] figures, int target, string said) => Assert.Equal(said, Says(figures, BooksMeasure with { Target = target }));

    [Fact]
    public void Only_the_last_three_figures_are_the_present_pace()
    {
        // Fast at first, then 20 books in 61 days: the ten that are left take 31 more.
        Assert.Equal("InTime 2025-12-01", Says([0, 70, 80, 90], Books100));
        Assert.Equal(3, FigurePace.Window);
    }

    [Fact]
    public void Figure_that_was_taken_back_is_none()
    {
        var scribe = New();
        foreach (var (month, value) in ((int, decimal)[])[(7, 31), (8, 62)]) scribe.Record(States(scribe.Board, "Huế", Books, Month(month), value), Now.AddYears(1));
        scribe.Record(States(scribe.Board, "Huế", Books, Month(8), null, "Sai"), Now.AddYears(1));
        Assert.Equal(PaceState.TooFew, FigurePace.Of(scribe.Board[Province("Huế").Id], Books100, null).State);
    }

    [Fact]
    public void Share_that_should_fall_goes_the_other_way()
    {
        var scribe = New();
        foreach (var (month, value) in ((int, decimal)[])[(7, 36), (8, 20.5m)]) scribe.Record(States(scribe.Board, "Huế", Share, Month(month), value), Now.AddYears(1));
        var pace = FigurePace.Of(scribe.Board[Province("Huế").Id], ShareMeasure, new(2025, 12, 31));
        Assert.Equal((PaceState.InTime, new DateOnly(2025, 10, 1), -3.5m), (pace.State, pace.On!.Value, pace.PerWeek!.Value));
    }

    [Fact]
    public void Without_a_deadline_it_is_going_on_and_without_a_target_nothing_is_said()
    {
        Assert.Equal("Advancing 2025-10-08", Says([31, 62], Books100, due: false));
        Assert.Equal("NoTarget", Says([31, 62], BooksMeasure));
        Assert.False(FigurePace.HasTarget(BooksMeasure));
    }

    [Fact]
    public void Own_target_is_the_latest_figure_of_the_other_measure()
    {
        var own = BooksMeasure with { Key = "done", TargetFrom = Books };
        var scribe = new Scribe(ProgrammeYaml.Read("dossiers.yaml", Yaml.Replace(
            "reportedBy: participant, source: cv-7139 }", "reportedBy: participant, source: cv-7139 }\n  - { key: done, title: Done, unit: count, of: books, better: higher, targetFrom: books, reportedBy: participant, source: cv-7139 }",
            StringComparison.Ordinal), ["provinces-34"]).Programme!, Sets.Provinces34);
        Assert.Equal(Books, scribe.Board.Programme.FindMeasure("done")!.TargetFrom);
        foreach (var (month, value) in ((int, decimal)[])[(7, 31), (8, 62)]) scribe.Record(States(scribe.Board, "Huế", "done", Month(month), value), Now.AddYears(1));
        Assert.Equal(PaceState.NoTarget, FigurePace.Of(scribe.Board[Province("Huế").Id], own, null).State);
        scribe.Record(States(scribe.Board, "Huế", Books, Month(7), 100), Now.AddYears(1));
        Assert.Equal(new DateOnly(2025, 10, 8), FigurePace.Of(scribe.Board[Province("Huế").Id], own, null).On);
        Assert.Equal(34, FigurePace.Of(scribe.Board, own, null).Length);
    }

    private static string Says(int[] figures, MeasureDefinition measure, bool due = true)
    {
        var scribe = New();
        foreach (var (i, value) in figures.Index()) scribe.Record(States(scribe.Board, "Huế", Books, Month(7 + i), value), Now.AddYears(1));
        var pace = FigurePace.Of(scribe.Board[Province("Huế").Id], measure, due ? new(2025, 12, 31) : null);
        return $"{pace.State}{(pace.On is { } on ? $" {on:yyyy-MM-dd}" : "")}";
    }

    private static FigurePeriod Month(int month) => new(new(2025, month, 1), new(2025, month, DateTime.DaysInMonth(2025, month)));
}
