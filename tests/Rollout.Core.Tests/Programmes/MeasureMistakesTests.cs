using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;

namespace Rollout.Core.Tests.Programmes;

/// <summary>Measures and published figures as programme files write them.</summary>
public sealed class MeasureMistakesTests
{
    private const string Measure = "key: oil, title: Oil, unit: count, of: barrels, better: lower, source: almanac";
    private const string Share = "key: lit, title: Lit, unit: percent, of: nights, better: higher, source: almanac";
    private const string Figure = "key: all, title: All, value: 3, asOf: 1900, source: almanac";

    /// <summary>What is written under measures, with ‸ where the mistake stands, and what the reader says of it.</summary>
    public static TheoryData<string, string> Measures => new()
    {
        { "‸{ key: oil, title: Oil, unit: count, of: barrels, better: lower }", "yaml.missing: source" },
        { "‸{ key: oil, title: Oil, of: barrels, better: lower, source: almanac }", "yaml.missing: unit" },
        { "‸{ key: oil, title: Oil, unit: count, better: lower, source: almanac }", "yaml.missing: of" },
        { "‸{ key: oil, title: Oil, unit: count, of: barrels, source: almanac }", "yaml.missing: better" },
        { "{ key: oil, title: Oil, unit: ‸percents, of: barrels, better: lower, source: almanac }", "yaml.unknownNear: percents; percent; count, percent" },
        { "{ key: oil, title: Oil, unit: count, of: barrels, better: ‸less, source: almanac }", "yaml.unknown: less; higher, lower" },
        { "{ key: oil, title: Oil, unit: count, of: barrels, better: lower, source: ‸almanak }", "yaml.unknownNear: almanak; almanac; almanac" },
        { $"{{ {Measure} }}, {{ {Measure.Replace("key: ", "key: ‸")} }}", "yaml.doubled: oil" },
        { $"{{ {Measure}, reportedBy: [participant, ‸keeper] }}", "yaml.unknownNear: keeper; keepers; guild, keepers, participant" },
        { $"{{ {Measure}, decimals: ‸7 }}", "yaml.decimals: 7; 6" },
        { $"{{ {Measure}, decimals: ‸-1 }}", "yaml.decimals: -1; 6" },
        { $"{{ {Measure}, decimals: ‸1.5 }}", "yaml.decimals: 1.5; 6" },
        { $"{{ {Measure}, decimals: ‸two }}", "yaml.decimals: two; 6" },
        { $"{{ {Measure}, thresholds: [20, ‸10] }}", "yaml.ascending: 10; 20" },
        { $"{{ {Measure}, thresholds: [20, ‸20.0] }}", "yaml.ascending: 20; 20" },
        { $"{{ {Measure}, thresholds: [‸much] }}", "yaml.amount: much" },
        { $"{{ {Measure}, thresholds: [‸-1] }}", "yaml.between: -1; 0; 1000000000000000" },
        { $"{{ {Share}, thresholds: [50, ‸101] }}", "yaml.between: 101; 0; 100" },
        { $"{{ {Share}, target: ‸100.1 }}", "yaml.between: 100.1; 0; 100" },
        { $"{{ {Share}, target: ‸\"44,5\" }}", "yaml.amount: 44,5" },
        { $"{{ {Share}, target: ‸1e1 }}", "yaml.amount: 1e1" },
        { $"{{ {Measure}, target: ‸-3 }}", "yaml.between: -3; 0; 1000000000000000" },
        { $"{{ {Measure}, total: ‸some }}", "yaml.unknownNear: some; none; none, sum" },
        { $"{{ {Share}, total: ‸sum }}", "yaml.totalOfShares" },
        { $"{{ {Measure}, ‸treshold: 3 }}", "yaml.unknownNear: treshold; thresholds; better, decimals, key, of, reportedBy, short, source, target, targetFrom, thresholds, title, total, unit" },
        { $"{{ {Measure}, targetFrom: ‸gas }}", "yaml.unknown: gas; oil" },
        { $"{{ {Measure}, targetFrom: ‸oil }}", "yaml.targetFrom" },
        { $"{{ {Share} }}, {{ {Measure}, target: 3, targetFrom: ‸lit }}", "yaml.targetFrom" },
        { "‸oil", "yaml.mapping" },
    };

    /// <summary>The same under figuresPublished.</summary>
    public static TheoryData<string, string> Figures => new()
    {
        { "‸{ key: all, title: All, asOf: 1900, source: almanac }", "yaml.missing: value" },
        { "{ key: all, title: All, value: ‸many, asOf: 1900, source: almanac }", "yaml.amount: many" },
        { "{ key: all, title: All, value: ‸-3, asOf: 1900, source: almanac }", "yaml.between: -3; 0; 1000000000000000" },
        { "‸{ key: all, title: All, value: 3, source: almanac }", "yaml.missing: asOf" },
        { "{ key: all, title: All, value: 3, asOf: ‸05/1900, source: almanac }", "yaml.partialDate: 05/1900" },
        { "{ key: all, title: All, value: 3, asOf: 1900, source: ‸gazette }", "yaml.unknown: gazette; almanac" },
        { $"{{ {Figure.Replace("value: ", "value: ‸")}, outOf: 2 }}", "yaml.outOf: 3; 2" },
        { $"{{ {Figure}, orMore: ‸maybe }}", "yaml.unknown: maybe; false, true" },
        { $"{{ {Figure} }}, {{ {Figure.Replace("key: ", "key: ‸")} }}", "yaml.doubled: all" },
        { $"{{ {Figure}, beside: ‸{{}} }}", "yaml.beside" },
        { $"{{ {Figure}, beside: ‸{{ list: 1, measure: oil }} }}", "yaml.beside" },
        { $"{{ {Figure}, beside: {{ list: ‸3 }} }}", "yaml.unknownNear: 3; 1; 1, 2" },
        { $"{{ {Figure}, beside: {{ step: ‸\"1.3\", is: done }} }}", "yaml.unknownNear: 1.3; 1.1; 1.1, 1.2" },
        { $"{{ {Figure}, beside: {{ step: \"1.1\", is: ‸don }} }}", "yaml.unknownNear: don; done; blocked, done, inProgress, notStarted, reported" },
        { $"{{ {Figure}, beside: ‸{{ step: \"1.1\" }} }}", "yaml.missing: is" },
        { $"{{ {Figure}, beside: {{ measure: ‸oill }} }}", "yaml.unknownNear: oill; oil; lit, oil" },
        { $"{{ {Figure}, beside: {{ measure: ‸lit }} }}", "yaml.noTotal: lit" },
        { $"{{ {Figure}, ‸besides: {{ list: 1 }} }}", "yaml.unknownNear: besides; beside; asOf, beside, key, orMore, outOf, source, title, unit, value" },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void Slip_in_a_measure_is_named_at_its_place(string written, string said) => Named($"measures: [{written}]", said);

    [Theory]
    [MemberData(nameof(Figures))]
    public void Slip_in_a_published_figure_is_named_at_its_place(string written, string said) =>
        Named($"measures: [{{ {Measure}, total: sum }}, {{ {Share} }}]\nfiguresPublished: [{written}]", said);

    [Fact]
    public void All_mistakes_are_found_at_once() =>
        Assert.Equal(
            ["yaml.decimals: 9; 6", "yaml.ascending: 1; 2", "yaml.between: 101; 0; 100", "yaml.totalOfShares", "yaml.partialDate: soon", "yaml.beside"],
            Read($"measures: [{{ {Share}, decimals: 9, thresholds: [2, 1], target: 101, total: sum }}]\nfiguresPublished: [{{ {Figure.Replace("1900", "soon")}, beside: {{}} }}]")
                .Mistakes.Select(m => $"{m.Message}"));

    [Fact]
    public void Measure_is_read_with_all_it_says()
    {
        var share = Dossiers.ShareMeasure;
        Assert.Equal(("Tỷ lệ hồ sơ chưa nhận được trạng thái", "Without status", "dossiers"), (share.Title.In("vi"), share.Short.In("en"), share.Things.In("en")));
        Assert.Equal((MeasureUnit.Percent, 2, BetterWhen.Lower, false, 5m, "cv-7139"), (share.Unit, share.Decimals, share.Better, share.Sums, share.Target, share.Source));
        Assert.Equal([20m, 40m], share.Thresholds);
        Assert.Equal(["participant", "c06"], share.ReportedBy);
    }

    [Fact]
    public void Measure_that_says_little_is_taken_as_the_least()
    {
        var programme = Read($"measures: [{{ {Measure} }}, {{ {Share} }}]").Programme!;
        var oil = programme.FindMeasure("oil")!;
        Assert.Equal((0, false, null, "Oil"), (oil.Decimals, oil.Sums, oil.Target, oil.Short.Default));
        Assert.Empty(oil.Thresholds);
        Assert.Empty(oil.ReportedBy);
        Assert.Equal(2, programme.FindMeasure("lit")!.Decimals);
        Assert.Null(programme.FindMeasure("dark"));
    }

    [Fact]
    public void Published_figures_are_read_with_all_they_say()
    {
        var figures = Dossiers.Rules.PublishedFigures;
        Assert.Equal((2m, 34m, false, new PartialDate(2025, 8, null)), (figures[0].Value, figures[0].OutOf, figures[0].OrMore, figures[0].AsOf));
        Assert.Equal([new BesideCount.AtStep("1", "done"), new BesideCount.InList(1), new BesideCount.OfMeasure("books"), null], figures.Select(f => f.Beside));
        Assert.Equal((true, "books", "talk"), (figures[2].OrMore, figures[2].Unit!.Default, figures[2].Source));
    }

    [Fact]
    public void Programmes_without_measures_are_read_as_ever()
    {
        foreach (var programme in (Programme[])[LienThong.Programme, Lights.Programme])
            Assert.Equal((0, 0), (programme.Measures.Length, programme.PublishedFigures.Length));
    }

    [Theory]
    [InlineData("44.4700", "44.47", 2)]
    [InlineData("0.000", "0", 0)]
    [InlineData("-0", "0", 0)]
    [InlineData("2524892", "2524892", 0)]
    [InlineData("100.0", "100", 0)]
    [InlineData("0.0000001", "0.0000001", 7)]
    public void Number_has_one_spelling(string text, string exact, int decimals)
    {
        var value = ExactNumber.Find(text)!.Value;
        Assert.Equal((exact, decimals), (ExactNumber.Of(value), ExactNumber.DecimalsOf(value)));
        Assert.Equal(value, ExactNumber.Read(exact));
        if (text != exact) Assert.Throws<FormatException>(() => ExactNumber.Read(text));
    }

    private static void Named(string written, string said)
    {
        var yaml = Whole(written);
        var at = yaml.IndexOf('‸', StringComparison.Ordinal);
        var before = yaml[..at].Split('\n');
        var mistake = Assert.Single(Read(written.Replace("‸", "", StringComparison.Ordinal)).Mistakes);
        Assert.Equal((said, before.Length, before[^1].Length + 1), ($"{mistake.Message}", mistake.Line, mistake.Column));
    }

    private static ProgrammeReading Read(string written) => ProgrammeYaml.Read("lights.yaml", Whole(written), ["harbours"]);

    private static string Whole(string written) => $"{Lights.Yaml}\n{written}\n".ReplaceLineEndings("\n");
}
