using Rollout.Core.Boards;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Measures;

/// <summary>Tables of figures as people fill them in: every bad cell is named, and nothing is written before all are good.</summary>
public sealed class FigurePlanTests
{
    [Fact]
    public void Table_states_corrects_and_leaves_alone()
    {
        var scribe = WithLetter();
        var plan = Of(
            scribe, new(2, "96", "Cà Mau", "44,47 %", ""), new(3, "", "Lào Cai", "43,5", "Đếm lại"), new(4, "01", "", "", ""), new(5, "46", "Huế", "", "") { Number = 0 });
        Assert.Empty(plan.Mistakes);
        Assert.Equal(1, plan.Blank);
        Assert.Equal(
            ["2 Cà Mau 44.47 44.47 same", "3 Lào Cai 43.63 43.5 corrects", "5 Huế – 0 states"],
            plan.Figures.Select(f => $"{f.Row} {f.Participant.Name} {f.Before?.ToString() ?? "–"} {f.After} {(f.Command is null ? "same" : f.Corrects ? "corrects" : "states")}"));
        Assert.All(scribe.RecordAll(plan.Commands, Now), d => Assert.IsType<Decision.Accepted>(d));
        Assert.Equal((43.5m, 0m), (Value(scribe, "Lào Cai"), Value(scribe, "Huế")));
        Assert.Equal(44.47m, Value(scribe, "Cà Mau"));
    }

    [Fact]
    public void Every_bad_cell_is_named_at_once_and_nothing_is_written()
    {
        var plan = Of(
            WithLetter(), new(2, "97", "", "1", ""), new(3, "", "Ca Mou", "1", ""), new(4, "", "Vientiane Prefecture", "1", ""), new(5, "96", "Lào Cai", "1", ""), new(6, "", "", "1", ""),
            new(7, "01", "Hà Nội", "nhiều", ""), new(8, "01", "", "101", ""), new(9, "11", "", "1,234", ""), new(10, "", "Lạng Sơn", "38,5", " "), new(11, "12", "", "5", ""), new(12, "12", "", "6", ""));
        Assert.Equal(
            [
                "2 Code sheet.code: 97", "3 Name sheet.nameNear: Ca Mou; Cà Mau", "4 Name sheet.name: Vientiane Prefecture", "5 Name sheet.other: 96; Cà Mau; Lào Cai", "6 Code sheet.nobody",
                "7 Value sheet.number: nhiều", "8 Code sheet.twice: Hà Nội; 7", "8 Value figure.percent: 101", "9 Value figure.percent: 1234", "10 Note note.required", "12 Code sheet.twice: Lai Châu; 11",
            ],
            plan.Mistakes.Select(m => $"{m.Row} {m.Column} {m.Message}"));
        Assert.Empty(plan.Commands);
    }

    [Fact]
    public void Whoever_was_faster_is_not_written_over()
    {
        var scribe = WithLetter();
        var plan = Of(scribe, new FigureCells(2, "96", "", "40", "Đếm lại"));
        scribe.Record(States(scribe.Board, "Cà Mau", Share, Autumn, 41, "Đếm lại"), Now);
        var refused = Assert.IsType<Decision.Refused>(Assert.Single(scribe.RecordAll(plan.Commands, Now)));
        Assert.Equal(RefusalKind.Stale, refused.Refusal.Kind);
    }

    [Fact]
    public void Who_may_not_state_is_told_at_each_figure()
    {
        var plan = FigurePlan.Of(Empty, ShareMeasure, Autumn, [new(2, "96", "", "40", ""), new(3, "01", "", "40", "")], _ => CaMau, Now);
        Assert.Equal(["3 Value figure.reportedBy: btp, participant, c06"], plan.Mistakes.Select(m => $"{m.Row} {m.Column} {m.Message}"));
    }

    [Fact]
    public void Long_cells_are_cut_in_what_is_said_of_them() =>
        Assert.All(Of(New(), new(2, "", new string('x', 5000), new string('y', 5000), ""), new(3, new string('9', 5000), "", "1", "")).Mistakes, m => Assert.True($"{m.Message}".Length < 120));

    [Theory]
    [InlineData("44,47", 2, "44.47")]
    [InlineData(" 44.47 % ", 2, "44.47")]
    [InlineData("44,47%", 2, "44.47")]
    [InlineData("2.524.892", 0, "2524892")]
    [InlineData("2,524,892", 0, "2524892")]
    [InlineData("2 524 892", 0, "2524892")]
    [InlineData("2\u00A0524\u202F892,5", 1, "2524892.5")]
    [InlineData("1.234,5", 1, "1234.5")]
    [InlineData("1,234.567", 3, "1234.567")]
    [InlineData("2.524", 0, "2524")]
    [InlineData("2.524", 2, "2524")]
    [InlineData("2.524", 3, "2.524")]
    [InlineData("0,123", 2, "0.123")]
    [InlineData("007", 0, "7")]
    [InlineData("-5", 0, "-5")]
    [InlineData("12345,67", 2, "12345.67")]
    [InlineData("", 2, null)]
    [InlineData("%", 2, null)]
    [InlineData("44 47", 2, null)]
    [InlineData("1.23.4", 2, null)]
    [InlineData("1.23,4", 2, null)]
    [InlineData("1,2,3", 2, null)]
    [InlineData("1e3", 2, null)]
    [InlineData("44,47 %%", 2, null)]
    [InlineData(",5", 2, null)]
    [InlineData("không có", 2, null)]
    [InlineData("99999999999999999999999999999999", 0, null)]
    public void Number_is_read_as_people_type_it(string typed, int decimals, string? meant)
    {
        var measure = (decimals > 0 ? ShareMeasure : BooksMeasure) with { Decimals = decimals, Unit = MeasureUnit.Count };
        var plan = FigurePlan.Of(Board.Empty(Rules with { Measures = [measure] }, Sets.Provinces34), measure, Autumn, [new(2, "96", "", typed, "")], _ => Btp, Now);
        if (typed.Length == 0) Assert.Equal(1, plan.Blank);
        else if (meant is null) Assert.Equal("sheet.number", Assert.Single(plan.Mistakes).Message.Code);
        else if (meant is "-5" or "0.123") Assert.Equal(meant, Assert.Single(plan.Mistakes).Message.Arguments[0]);
        else Assert.Equal(meant, ExactNumber.Of(Assert.Single(plan.Figures).After));
    }

    private static FigurePlan Of(Scribe scribe, params FigureCells[] rows) => FigurePlan.Of(scribe.Board, ShareMeasure, Autumn, rows, _ => Btp, Now);

    private static decimal? Value(Scribe scribe, string name) => scribe.Board[Province(name).Id].Measured.Find(Share, Autumn)?.Value;
}
