using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;
using Rollout.Core.Wording;

namespace Rollout.Core.Tests.Programmes;

/// <summary>A programme file with mistakes is refused with all of them, each at its place.</summary>
public sealed class ProgrammeMistakesTests
{
    /// <summary>One change to a file without mistakes, with ‸ where the mistake stands, and what the reader says of it.</summary>
    public static TheoryData<string, string, string> Slips => new()
    {
        { "key: lights", "key:‸", "yaml.missing: key" },
        { "title: { en: Lights of the coast, fr: Feux de la côte }", "title: ‸{}", "yaml.missing: title" },
        { "title: { en: Lights of the coast, fr: Feux de la côte }", "title: ‸[a, b]", "yaml.missing: title" },
        { "lead: guild", "lead: ‸gild", "yaml.unknownNear: gild; guild; guild, keepers" },
        { "lead: guild", "lead: ‸42", "yaml.unknown: 42; guild, keepers" },
        { "lead: guild", "lead:‸", "yaml.unknown: ; guild, keepers" },
        { "lead: guild", "lead: ‸[guild]", "yaml.unknown: ; guild, keepers" },
        { "key: lights\n", "‸key: lights\nlid: guild\n#", "yaml.missing: title" },
        { "lead: guild", "lead: guild\n‸readign: all", "yaml.unknownNear: readign; reading; appendix, baselines, blockerKinds, changes, checklist, closed, collection, deadlines, documents, figuresPublished, glossary, key, lead, letter, map, measures, minutes, order, organisations, participantWord, participants, parts, phases, probes, progress, reading, service, statusLists, systems, title, verification, weekly" },
        { "lead: guild", "lead: guild\nreading: ‸everything", "yaml.unknown: everything; all, own" },
        { "lead: guild", "lead: guild\nverification: { every: ‸5 minutes }", "yaml.duration: 5 minutes" },
        { "lead: guild", "lead: guild\nverification: { failAfter: ‸0 }", "yaml.number: 0" },
        { "lead: guild", "lead: guild\nverification: { ‸advanceAftr: 3 }", "yaml.unknownNear: advanceAftr; advanceAfter; advanceAfter, every, failAfter, regressAfter" },
        { "lead: guild", "lead: guild\nservice: { setBy: ‸keeper, title: Light }", "yaml.unknownNear: keeper; keepers; guild, keepers" },
        { "lead: guild", "lead: guild\nchecklist: { name: A, title: T, issuedWith: I, state: ‸\"{participant} of {harbour}\", columns: [a, b, c, d, e, f] }", "yaml.place: harbour; participant, phase, asOf" },
        { "lead: guild", "lead: guild\nchecklist: ‸{ name: A, title: T, issuedWith: I, state: S, columns: [a, b] }", "yaml.columns: 6" },
        { "lead: guild", "lead: guild\nglossary: { terms: [{ key: oil, term: Oil, meaning: Burns, about: [‸step], source: almanac }] }", "yaml.unknownNear: step; steps; lists, probes, programme, service, steps, systems" },
        { "lead: guild", "lead: guild\nglossary: { terms: [{ key: oil, term: Oil, meaning: Burns, about: steps, source: ‸almanak }] }", "yaml.unknownNear: almanak; almanac; almanac" },
        { "lead: guild", "lead: guild\nglossary: { terms: [‸{ key: oil, term: Oil, about: steps, source: almanac }] }", "yaml.missing: meaning" },
        { "lead: guild", "lead: guild\nglossary: { terms: [{ key: oil, term: Oil, meaning: Burns, about: steps, source: almanac }, { key: ‸oil, term: Oil, meaning: Burns, about: steps, source: almanac }] }", "yaml.doubled: oil" },
        { "lead: guild", "lead: guild\nglossary: { words: { done: { source: almanac, ‸plaice: Page 1 } } }", "yaml.unknownNear: plaice; place; place, source" },
        { "participants: harbours", "participants: ‸harbors", "yaml.unknownNear: harbors; harbours; harbours" },
        { "participants: harbours", "participants: [harbours, ‸islands]", "yaml.unknown: islands; harbours" },
        { "participants: harbours", "participants: [harbours, ‸harbours]", "yaml.doubled: harbours" },
        { "participants: harbours", "participants: ‸[]", "yaml.missing: participants" },
        { "lead: guild", "lead: guild\nclosed: ‸{ successor: steam }", "yaml.missing: on" },
        { "lead: guild", "lead: guild\nclosed: { on: ‸soon }", "yaml.date: soon" },
        { "lead: guild", "lead: guild\nclosed: { on: 1901-01-01, successor: ‸}", "yaml.missing: successor" },
        { "lead: guild", "lead: guild\nclosed: { on: 1901-01-01, successor: ‸lights }", "yaml.closedItself: lights" },
        { "lead: guild", "lead: guild\nclosed: { on: 1901-01-01, note: ‸}", "yaml.missing: note" },
        { "lead: guild", "lead: guild\nclosed: { on: 1901-01-01, ‸succesor: steam }", "yaml.unknownNear: succesor; successor; note, on, successor" },
        { "{ key: keepers, names", "{ key: ‸guild, names", "yaml.doubled: guild" },
        { "owner: keepers", "owner: ‸keeper", "yaml.unknownNear: keeper; keepers; guild, keepers" },
        { "systems:\n", "systems: ‸beacon\nsistems:\n", "yaml.list: systems" },
        { "title: Rehearsal }", "title: Rehearsal, after: ‸reharsal }", "yaml.unknownNear: reharsal; rehearsal; rehearsal" },
        { "title: Rehearsal }", "title: Rehearsal, knownFrom: ‸soon }", "yaml.date: soon" },
        { "{ key: rehearsal, title: Rehearsal }", "‸rehearsal", "yaml.mapping" },
        { "system: beacon\n", "system: ‸beakon\n", "yaml.unknownNear: beakon; beacon; beacon" },
        { "\"1.2\"", "‸\"1.1\"", "yaml.doubled: 1.1" },
        { "    steps:\n", "    steps: []\n  - key: ‸\"1\"\n    title: Again\n    steps:\n", "yaml.doubled: 1" },
        { "reports: participant, confirm: { any", "reports: [participant, ‸pilot], confirm: { any", "yaml.unknown: pilot; guild, keepers, participant" },
        { "reports: participant, confirm: { any", "reports: ‸, confirm: { any", "yaml.unknown: ; guild, keepers, participant" },
        { "{ any: [keepers] }", "‸{ any: [keepers], all: [guild] }", "yaml.anyOrAll" },
        { "{ any: [keepers] }", "‸{}", "yaml.anyOrAll" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, probe: ‸{ settles: [lamp], evidence: [lamp] }", "yaml.settlesOrEvidence" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, probe: { settles: [‸lump] }", "yaml.unknownNear: lump; lamp; lamp" },
        { "{ key: \"1.1\", title: Carry oil, reports: participant, confirm: { any: [keepers] } }", "‸{ key: \"1.1\", title: Carry oil, reports: participant }", "yaml.unsettled: 1.1" },
        { "{ key: \"1.1\", title: Carry oil, reports: participant, confirm: { any: [keepers] } }", "‸{ key: \"1.1\", title: Carry oil, reports: participant, probe: { settles: [lamp] } }", "yaml.noFallback: 1.1" },
        { "where: { beacon: completed }", "where: { beacon: ‸complete }", "yaml.unknownNear: complete; completed; completed, inProgress, notStarted" },
        { "where: { beacon: completed }", "where: { ‸bacon: completed }", "yaml.unknownNear: bacon; beacon; beacon" },
        { "where: { beacon: completed }", "where: { steps: { \"1.2\": ‸dun } }", "yaml.unknownNear: dun; done; blocked, done, inProgress, notDone, notStarted, reported" },
        { "where: { beacon: completed }", "where: { steps: { \"1.2\": [done, ‸notdon] } }", "yaml.unknownNear: notdon; notDone; blocked, done, inProgress, notDone, notStarted, reported" },
        { "where: { beacon: completed }", "where: { steps: { ‸\"1.3\": done } }", "yaml.unknownNear: 1.3; 1.1; 1.1, 1.2" },
        { "where: { beacon: completed }", "where: { steps: ‸done }", "yaml.mapping" },
        { "where: { beacon: completed }", "where: { measure: { ‸speed: none } }", "yaml.unknown: speed; " },
        { "where: { beacon: completed }", "where: { measure: { speed: ‸fast } }", "yaml.measureRule: fast" },
        { "lead: guild", "lead: guild\norder: ‸first", "yaml.number: first" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, applies: { after: ‸\"1.3\" }", "yaml.unknownNear: 1.3; 1.1; 1.1, 1.2" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, applies: { after: ‸\"1.2\" }", "yaml.earlierStep: 1.2" },
        { "confirm: { any: [keepers] }", "confirm: { any: [keepers] }, applies: { with: ‸\"1.2\" }", "yaml.earlierStep: 1.2" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, applies: ‸{}", "yaml.concerns" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, applies: ‸{ participants: [A], except: [B] }", "yaml.onlyOrExcept" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, applies: { participants: ‸[] }", "yaml.missing: participants" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, applies: { except: [A], open: ‸true }", "yaml.openNames" },
        { "{ all: [keepers, guild] }", "{ all: [keepers, guild] }, applies: { ‸afer: \"1.1\" }", "yaml.unknownNear: afer; after; after, except, open, participants, with" },
        { "{ number: 2,", "{ number: ‸1,", "yaml.doubled: 1" },
        { "{ number: 2,", "{ number: ‸two,", "yaml.number: two" },
        { "appendix: { name: Table, title: Harbours, issuedWith: (with the almanac), columns: [No., What, How many, Which]", "appendix: ‸{ name: Table, title: Harbours, issuedWith: x, columns: [No., What, Which]", "yaml.columns: 4" },
        { "appendix: { name: Table, title: Harbours, issuedWith: (with the almanac), columns: [No., What, How many, Which]", "appendix: { name: Table, title: Harbours, issuedWith: x, issuedWithNumber: ‸\"no. {number}, {day} {month}\", columns: [No., What, How many, Which]", "yaml.blank: {year}" },
        { "date: 1900-01-01", "date: ‸01/01/1900", "yaml.date: 01/01/1900" },
        { "date: 1900-01-01", "date: 1900-01-01, precision: ‸year", "yaml.unknown: year; day, instant, month" },
        { "source: almanac }", "source: ‸almanack }", "yaml.unknownNear: almanack; almanac; almanac" },
        { "phase: rehearsal,", "phase: [rehearsal, ‸première],", "yaml.unknown: première; rehearsal" },
        { "kind: tcp", "kind: ‸htp", "yaml.unknownNear: htp; http; dossier, http, tcp, tls, xRoad" },
        { "kind: tcp", "kind: http, conditions: [status == 200, ‸latency is short]", "yaml.condition: latency is short" },
        { "kind: tcp", "kind: http, timeout: ‸long", "yaml.duration: long" },
        { "kind: tcp", "kind: http, phases: [‸launch]", "yaml.unknown: launch; rehearsal" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void Slip_is_named_at_its_place_with_the_nearest_word(string right, string wrong, string said)
    {
        var yaml = (Lights.Yaml + "\nprobes: [{ key: lamp, kind: tcp, role: lamp }]\n").ReplaceLineEndings("\n");
        Assert.Contains(right, yaml, StringComparison.Ordinal);
        var marked = yaml.Replace(right, wrong, StringComparison.Ordinal);
        var before = marked[..marked.IndexOf('‸', StringComparison.Ordinal)];
        var place = $"{before.Count(c => c == '\n') + 1}:{before.Length - before.LastIndexOf('\n')}";

        var reading = ProgrammeYaml.Read("lights.yaml", marked.Replace("‸", "", StringComparison.Ordinal), ["harbours"]);

        Assert.Null(reading.Programme);
        Assert.Contains($"{place} {said}", reading.Mistakes.Select(Text));
    }

    [Fact]
    public void File_with_many_mistakes_is_refused_with_all_of_them_in_the_order_of_the_file()
    {
        var reading = ProgrammeYaml.Read("many.yaml",
            """
            key: many
            titel: A programme in a hurry
            lead: gild
            participants: harbors
            participantWord: Harbour
            organisations:
              - { key: guild, names: [{ full: Guild, short: G, form: 1900-01-01 }] }
              - { key: guild, names: [{ full: Keepers, short: K, from: yesterday }] }
            systems:
              - { key: beacon, title: Beacon, owner: keepers }
            phases:
              - { key: rehearsal, title: Rehearsal }
            parts:
              - key: "1"
                title: Lighting
                system: bacon
                steps:
                  - { key: "1.1", title: Oil, reports: participant, confirm: { any: [guild], all: [guild] } }
                  - { key: "1.1", title: Light, reports: participant }
            probes:
              - { key: lamp, kind: http, role: lamp, timeout: 5x, conditions: [status == 200, "status = 200"] }
            verification: { every: 5 minutes, failAfter: -1 }
            statusLists:
              - { number: 1, title: Lit, where: { beacon: complete } }
            appendix: { name: Table, title: Harbours, issuedWith: x, columns: [a, b] }
            blockerKinds: { weather: Weather }
            baselines:
              - { file: a.json, phase: rehearsal, date: July, source: almanac }
            """, ["harbours"]);

        Assert.Null(reading.Programme);
        Assert.Equal(
            [
                "1 yaml.missing", "2 yaml.unknownNear", "3 yaml.unknownNear", "4 yaml.unknownNear", "7 yaml.unknownNear", "8 yaml.doubled", "8 yaml.date",
                "10 yaml.unknown", "16 yaml.unknownNear", "18 yaml.anyOrAll", "19 yaml.unsettled", "19 yaml.doubled", "21 yaml.duration", "21 yaml.condition",
                "22 yaml.duration", "22 yaml.number", "24 yaml.unknownNear", "25 yaml.columns", "28 yaml.date", "28 yaml.unknown",
            ],
            reading.Mistakes.Select(m => $"{m.Line} {m.Message.Code}"));
        Assert.All(reading.Mistakes, m => Assert.Equal("many.yaml", m.File));
    }

    [Theory]
    [InlineData("key: a\ntitle: [unclosed\nlead: b", 2)]
    [InlineData("key: a\nkey: b", 2)]
    [InlineData("key: a\n\nlead: b: c", 3)]
    [InlineData("key: a\nlead: }", 2)]
    public void Syntax_error_is_one_mistake_at_its_line(string yaml, int line)
    {
        var mistake = Assert.Single(ProgrammeYaml.Read("p.yaml", yaml, []).Mistakes);
        Assert.Equal((line, "yaml.syntax"), (mistake.Line, mistake.Message.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("- key: a")]
    [InlineData("just words")]
    [InlineData("key: a\n---\nkey: b")]
    public void Text_that_is_no_one_mapping_is_refused(string yaml) =>
        Assert.Equal("1:1 yaml.mapping", Text(Assert.Single(ProgrammeYaml.Read("p.yaml", yaml, []).Mistakes)));

    private static string Text(Mistake m) => $"{m.Line}:{m.Column} {m.Message}";

    /// <summary>What is submitted is made up: it may never reach a phase that follows another, by name or by saying none.</summary>
    [Theory]
    [InlineData("phases: [production]")]
    [InlineData("phases: [test, production]")]
    [InlineData("method: POST")]
    public void Dossiers_are_refused_in_a_phase_that_follows_another(string phases)
    {
        var text = Repository.Text("data", "programmes", "lien-thong.yaml");
        var reading = ProgrammeYaml.Read("lien-thong.yaml", text.Replace("phases: [test]", phases, StringComparison.Ordinal), ["provinces-63"]);
        Assert.Null(reading.Programme);
        Assert.Equal(["dossier-arrives", "dossier-synchronised", "dossier-returned"], reading.Mistakes.Where(m => m.Message.Code == "yaml.dossierPhase").Select(m => m.Message.Arguments[0]));
    }
}
