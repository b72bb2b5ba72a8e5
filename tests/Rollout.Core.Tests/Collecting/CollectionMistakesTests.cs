using Rollout.Core.Programmes;
using Rollout.Core.Tests.Deadlines;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Collecting;

/// <summary>What the reader says of a collection that is written wrong.</summary>
public sealed class CollectionMistakesTests
{
    public static TheoryData<string, string> Reports => new()
    {
        { """[{ key: oil, title: Oil, steps: ["1.9"] }]""", "yaml.unknownNear: 1.9; 1.1; 1.1, 1.2" },
        { """[{ key: oil, title: Oil, steps: ["1.1"] }, { key: oil, title: Oil, steps: ["1.2"] }]""", "yaml.doubled: oil" },
        { """[{ key: oil, title: Oil, steps: ["1.1"] }, { key: gas, title: Gas, steps: ["1.1"] }]""", "yaml.doubled: 1.1" },
        { """[{ key: oil, steps: ["1.1"] }]""", "yaml.missing: title" },
        { """[{ key: oil, title: Oil }]""", "yaml.missing: steps" },
        { """[{ key: oil, title: Oil, steps: ["1.1"], measures: [barrels] }]""", "yaml.unknown: barrels; " },
        { """[{ key: oil, title: Oil, steps: ["1.1"], due: soon }]""", "yaml.unknownNear" },
        { "[]", "yaml.missing: reports" },
    };

    [Theory, MemberData(nameof(Reports))]
    public void Mistake_of_a_report_is_named(string reports, string mistake) =>
        Assert.Contains(Mistakes(Almanac.Yaml(reports)), m => m.StartsWith(mistake, StringComparison.Ordinal) || (mistake == "yaml.unknownNear" && m.StartsWith("yaml.unknown", StringComparison.Ordinal)));

    [Fact]
    public void Step_that_no_participant_reports_cannot_be_collected() => Assert.Equal(
        ["yaml.collected: 1.1"],
        Mistakes(Almanac.Yaml(Almanac.TwoReports).Replace("title: Carry oil, reports: participant", "title: Carry oil, reports: keepers", StringComparison.Ordinal)));

    [Fact]
    public void Place_that_a_sentence_does_not_fill_and_a_document_that_is_none_are_named()
    {
        var yaml = Almanac.Yaml(Almanac.TwoReports);
        Assert.Equal(["yaml.place: systems; reports"], Mistakes(yaml.Replace("About {reports}", "About {systems}", StringComparison.Ordinal)));
        Assert.Contains("yaml.place: province; count, deadline, reports, list", Mistakes(yaml.Replace("{count} harbours in list {list} say whether", "{province} say", StringComparison.Ordinal)));
        Assert.Equal(["yaml.unknownNear: almanak; almanac; almanac"], Mistakes(yaml.Replace("request: almanac", "request: almanak", StringComparison.Ordinal)));
        Assert.Equal(["yaml.columns: 4"], Mistakes(yaml.Replace("[No., Harbour, Report, Days]", "[No., Harbour, Report]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Letter_may_be_left_out()
    {
        var form = Harbour.Read(Almanac.Yaml(Almanac.TwoReports, letter: "")).Collection!;
        Assert.Null(form.Letter);
        Assert.Equal(["Oil", "Light"], form.Reports.Select(r => r.Short.Default));
        Assert.Null(Lights.Programme.Collection);
    }

    private static List<string> Mistakes(string yaml) => [.. ProgrammeYaml.Read("lights.yaml", yaml, ["harbours"]).Mistakes.Select(m => $"{m.Message}")];
}
