using Rollout.Core.Baselines;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Baselines;

/// <summary>Figures of a published state: letter 7139 names six provinces, and of the other 28 it says nothing.</summary>
public sealed class FigureBaselineTests
{
    [Fact]
    public void Letter_gives_six_figures_and_no_others()
    {
        var scribe = WithLetter();
        var entries = scribe.Entries;
        Assert.Equal(6, entries.Count);
        Assert.All(entries, e =>
        {
            var stated = Assert.IsType<StepEvent.FigureStated>(e.Event);
            Assert.Equal((Autumn, Basis.Baseline, DatePrecision.Day, "Exchange"), (stated.Period, stated.Basis, stated.Precision, stated.Document!.Number));
            Assert.Equal((null, null, Times.At("2025-10-31 00:00")), (e.Phase, e.Step, e.At));
        });
        Assert.Equal(44.47m, scribe.Board.ValueOf(CaMauId, Share, Autumn));
        Assert.Equal(28, scribe.Board.Rows.Count(r => r.Measured.IsEmpty));
    }

    [Fact]
    public void Note_of_the_letter_goes_with_each_figure() =>
        Assert.All(Commands(Letter), c => Assert.Equal("theo trao đổi với Bộ Công an", c.Written));

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        var scribe = WithLetter();
        scribe.RecordAll(Commands(Letter), Now);
        Assert.Equal(6, scribe.Entries.Count);
    }

    [Fact]
    public void What_was_said_later_is_left_and_named()
    {
        var scribe = WithLetter();
        scribe.Record(States(scribe.Board, "Cà Mau", Share, Autumn, 40, "Đếm lại"), Now);
        var decisions = scribe.RecordAll(Commands(Letter), Now);
        Assert.Equal("import.later: 7", $"{Assert.Single(decisions.OfType<Decision.Refused>()).Refusal.Message}");
        Assert.Equal(40, scribe.Board.ValueOf(CaMauId, Share, Autumn));
    }

    [Fact]
    public void Figures_stand_beside_what_statements_say_already()
    {
        var text = Letter.Replace("{\n  \"figures\"", "{\n  \"completed\": [\"Cà Mau\"], \"coversAll\": [\"now\"],\n  \"figures\"", StringComparison.Ordinal);
        Assert.NotEqual(Letter, text);
        Assert.Equal(6 + 34 + 1, Commands(text).Count());
    }

    [Fact]
    public void Source_dated_by_its_month_speaks_of_all_its_days()
    {
        var yaml = Yaml.Replace("date: 2025-10-31, source: cv-7139 }", "date: 2025-10-15, precision: month, source: cv-7139 }", StringComparison.Ordinal);
        var programme = ProgrammeYaml.Read("dossiers.yaml", yaml, ["provinces-34"]).Programme!;
        var (state, mistakes) = BaselineJson.Read(programme, Sets.Provinces34, Dossiers.File, Letter);
        Assert.Empty(mistakes);
        var command = Assert.IsType<StepCommand.StateFigure>(state!.Commands(programme, Sets.Provinces34, programme.Baselines[0], null).First());
        Assert.Equal((Times.At("2025-10-28 00:00"), DatePrecision.Month), (command.At, command.Precision));
    }

    [Theory]
    [InlineData("\"measure\": \"unseen\"", "\"measure\": \"seen\"", "baseline.measure: 1; seen; unseen, books")]
    [InlineData("\"measure\": \"unseen\", ", "", "baseline.figureKey: 1; measure")]
    [InlineData("\"from\": \"2025-07-01\", ", "", "baseline.figureKey: 1; from")]
    [InlineData("\"to\": \"2025-10-28\"", "\"to\": \"\"", "baseline.figureKey: 1; to")]
    [InlineData("\"from\": \"2025-07-01\"", "\"from\": \"01/7/2025\"", "baseline.figureDay: 1; 01/7/2025")]
    [InlineData("\"from\": \"2025-07-01\"", "\"from\": \"2025-10-29\"", "baseline.figureReversed: 1; 2025-10-29; 2025-10-28")]
    [InlineData("\"to\": \"2025-10-28\"", "\"to\": \"2052-10-28\"", "baseline.figureAfter: 1; 2052-10-28; 2025-10-31")]
    [InlineData("\"document\": \"talk\"", "\"document\": \"tolk\"", "baseline.document: 1; tolk; cv-7139, talk")]
    [InlineData("\"Cà Mau\": 44.47", "\"Cà Mo\": 44.47", "baseline.unknownNear: 1; Cà Mo; Cà Mau")]
    [InlineData("\"Cà Mau\": 44.47", "\"Vientiane Prefecture\": 44.47", "baseline.unknown: 1; Vientiane Prefecture")]
    [InlineData("\"Cà Mau\": 44.47", "\"Cà Mau\": \"44,47\"", "baseline.figureValue: 1; Cà Mau; \"44,47\"")]
    [InlineData("\"Cà Mau\": 44.47", "\"Cà Mau\": 144.47", "baseline.figureRange: 1; Cà Mau; 144.47; 0; 100")]
    [InlineData("\"Cà Mau\": 44.47", "\"Cà Mau\": -1", "baseline.figureRange: 1; Cà Mau; -1; 0; 100")]
    [InlineData("\"Cà Mau\": 44.47", "\"Cà Mau\": 44.475", "baseline.figureDecimals: 1; Cà Mau; 44.475; 2")]
    [InlineData("\"Cà Mau\": 44.47", "\"Cà Mau\": 44.47, \"Cà Mau\": 44.48", "baseline.figureTwice: 1; Cà Mau; unseen; 2025-07-01..2025-10-28")]
    [InlineData("\"Cà Mau\": 44.47", "\"Cà Mau\": 44.47, \"tỉnh Cà Mau\": 44.47", "baseline.figureTwice: 1; Cà Mau; unseen; 2025-07-01..2025-10-28")]
    [InlineData("\"values\": {", "\"valeus\": {", "baseline.figureKey: 1; values")]
    public void Mistake_refuses_the_whole_file_and_is_named(string right, string wrong, string said)
    {
        Assert.Contains(right, Letter, StringComparison.Ordinal);
        var (state, mistakes) = BaselineJson.Read(Rules, Sets.Provinces34, Dossiers.File, Letter.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(state);
        Assert.Equal([said], mistakes.Select(m => $"{m.Message}"));
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var text = Letter.Replace("2025-07-01", "soon", StringComparison.Ordinal).Replace("Lào Cai", "Lao Cay", StringComparison.Ordinal)
            .Replace("38.40", "380", StringComparison.Ordinal).Replace("\"talk\"", "\"tolk\"", StringComparison.Ordinal);
        Assert.Equal(
            ["baseline.figureDay: 1; soon", "baseline.document: 1; tolk; cv-7139, talk", "baseline.unknownNear: 1; Lao Cay; Lào Cai", "baseline.figureRange: 1; Lạng Sơn; 380; 0; 100"],
            BaselineJson.Read(Rules, Sets.Provinces34, Dossiers.File, text).Mistakes.Select(m => $"{m.Message}"));
    }

    [Theory]
    [InlineData("{\"figures\": [null]}")]
    [InlineData("{\"figures\": [{}]}")]
    [InlineData("{\"figures\": [{\"measure\": \"unseen\", \"from\": \"2025-07-01\", \"to\": \"2025-07-02\", \"values\": [1]}]}")]
    [InlineData("{\"figures\": {}}")]
    public void Nothing_where_something_should_be_is_refused(string text)
    {
        var (state, mistakes) = BaselineJson.Read(Rules, Sets.Provinces34, Dossiers.File, text);
        Assert.Null(state);
        Assert.NotEmpty(mistakes);
    }
}
