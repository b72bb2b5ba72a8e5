using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>A file that stands in a catalogue is asked for everything at once: what is wrong in it, and what is wrong between it and the others.</summary>
public sealed class SurroundingsTests
{
    private static readonly Dictionary<string, ParticipantSet> Known = new(StringComparer.Ordinal)
    {
        ["harbours"] = Lights.Harbours,
        ["isles"] = Sets.Of("isles", "code,name\nA,Anholt\nI,Iona"),
    };

    private static readonly ProgrammeSurroundings Around = ProgrammeSurroundings.Of(Known, ["lights", "gas", "steam"]);

    [Fact]
    public void File_full_of_mistakes_tells_each_with_its_place_what_was_expected_and_the_nearest_word()
    {
        const string yaml =
            """
            key: ferry
            titel: Ferries
            title: { en: Ferries, of the coast: and more }
            lead: gild
            participants: harbours
            participantWord: Harbour
            closed: { on: 1901-07-01, successor: stean }
            organisations:
              - { key: guild, names: [{ full: Guild, short: G }] }
            documents:
              - { key: almanac, number: "7", issuer: guild, title: Almanac }
            phases:
              - { key: spring, title: Spring }
            deadlines: { whole: { by: 31/07/2024 }, soonWithin: few }
            measures:
              - { key: share, title: Share, unit: percents, of: ships, better: higher, source: almanak }
            parts:
              - key: A
                title: Landing
                steps:
                  - { key: "1", title: Pier, reports: pilot, confirm: { any: [guild] } }
                  - { key: "2", title: Lamp, reports: participant, confirm: { any: [guild] }, applies: { participants: [A, X1] } }
                  - { key: "3", title: Ship, reports: participant, confirm: { any: [guild] }, applies: { except: [CC], after: "9" } }
            statusLists:
              - { number: 1, title: Built, where: { steps: { "11": done } } }
              - { number: 2, title: Many, where: { measure: { sharee: "> 20" } } }
              - { number: 3, title: Some, where: { measure: { share: about 20 } } }
            appendix: { name: Table, title: Harbours, issuedWith: (none), columns: [No., What] }
            blockerKinds: { software: Software }
            baselines:
              - { file: leter.json, phase: sprin, date: 2024-07-01, source: almanac }
            """;

        var reading = ProgrammeYaml.Read("ferry.yaml", yaml, Around with { Baselines = ["letter.json"] });

        Assert.Null(reading.Programme);
        const string Keys = "appendix, baselines, blockerKinds, changes, checklist, closed, collection, deadlines, documents, figuresPublished, glossary, key, lead, letter, map, measures, minutes, order, organisations, participantWord, participants, parts, phases, probes, progress, reading, service, statusLists, systems, title, verification, weekly";
        Assert.Equal(
            [
                $"ferry.yaml:2:1: yaml.unknownNear: titel; title; {Keys}",
                "ferry.yaml:3:23: yaml.language: of the coast",
                "ferry.yaml:4:7: yaml.unknownNear: gild; guild; guild",
                "ferry.yaml:7:38: yaml.unknownNear: stean; steam; gas, lights, steam",
                "ferry.yaml:14:27: yaml.day: 31/07/2024",
                "ferry.yaml:14:53: yaml.number: few",
                "ferry.yaml:16:39: yaml.unknownNear: percents; percent; count, percent",
                "ferry.yaml:16:84: yaml.unknownNear: almanak; almanac; almanac",
                "ferry.yaml:21:43: yaml.unknown: pilot; guild, participant",
                "ferry.yaml:22:112: yaml.unknownNear: X1; A; A, B, C",
                "ferry.yaml:23:103: yaml.unknownNear: CC; C; A, B, C",
                "ferry.yaml:23:115: yaml.unknownNear: 9; 1; 1, 2, 3",
                "ferry.yaml:25:50: yaml.unknownNear: 11; 1; 1, 2, 3",
                "ferry.yaml:26:51: yaml.unknownNear: sharee; share; share",
                "ferry.yaml:27:58: yaml.measureRule: about 20",
                "ferry.yaml:28:11: yaml.columns: 4",
                "ferry.yaml:31:13: yaml.unknownNear: leter.json; letter.json; letter.json",
                "ferry.yaml:31:32: yaml.unknownNear: sprin; spring; spring",
            ],
            reading.Mistakes.Select(m => $"{m}"));
    }

    [Fact]
    public void Sets_that_share_codes_are_named_where_the_file_names_them()
    {
        var reading = ProgrammeYaml.Read("ferry.yaml", Ferry.Yaml.Replace("participants: harbours", "participants: [harbours, isles]", StringComparison.Ordinal), Around);
        Assert.Equal("ferry.yaml:4:15: catalog.doubled: A; harbours/A (Alma); isles/A (Anholt)", $"{Assert.Single(reading.Mistakes)}");
    }

    [Fact]
    public void Codes_are_not_asked_for_while_a_set_is_not_known()
    {
        var reading = ProgrammeYaml.Read("ferry.yaml", Ferry.Yaml.Replace("participants: harbours", "participants: [harbours, isle]", StringComparison.Ordinal), Around);
        Assert.Equal("yaml.unknownNear: isle; isles; harbours, isles", $"{Assert.Single(reading.Mistakes).Message}");
    }

    [Fact]
    public void File_that_is_right_reads_within_its_surroundings_as_alone() =>
        Assert.Empty(ProgrammeYaml.Read("ferry.yaml", Ferry.Yaml, Around).Mistakes);

    [Theory]
    [InlineData("a: &x { b: 1 }\nc: *x", true)]
    [InlineData("a: &x { b: &y [1] , c: *y }", false)]
    [InlineData("a: &x [*x]", false)]
    [InlineData("a: [1", true)]
    public void References_may_not_multiply(string yaml, bool fine) => Assert.Equal(fine, YamlAliases.Mistakes("a.yaml", yaml).IsEmpty);

    [Fact]
    public void Hundred_references_are_enough()
    {
        string File(int times) => "a: &x 1\n" + string.Concat(Enumerable.Range(0, times).Select(i => $"b{i}: *x\n"));
        Assert.Empty(YamlAliases.Mistakes("a.yaml", File(100)));
        Assert.Equal("a.yaml:102:7: yaml.alias: x", $"{Assert.Single(YamlAliases.Mistakes("a.yaml", File(101)))}");
    }
}
