using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Web.Tests.Hosting;

/// <summary>A second, invented programme runs from its file alone: no word of the first stands in the code.</summary>
public sealed class OtherProgrammeTests
{
    private const string Districts = "code,name,kind\n1,Thượng,quận\n2,Trung,quận\n3,Hạ,quận\n";

    private const string Yaml = """
        key: wells
        title: Village wells
        lead: water-board
        participants: districts
        participantWord: District
        organisations:
          - { key: water-board, names: [{ full: Water board, short: WB }] }
        systems:
          - { key: meters, title: Meter register, owner: water-board }
        phases:
          - { key: only, title: The only phase, knownFrom: 2024-01-01 }
        parts:
          - key: A
            title: Wells
            system: meters
            steps:
              - { key: A1, title: Dig, reports: participant, confirm: { any: [water-board] } }
              - { key: A2, title: Measure, reports: participant, probe: { settles: [gauge] }, fallback: water-board }
        probes:
          - { key: gauge, kind: http, role: gauge, conditions: [status == 200] }
        statusLists:
          - { number: 1, title: Dry, where: { meters: notStarted } }
          - { number: 2, title: Wet, where: { meters: [inProgress, completed] } }
        appendix: { name: List, title: WELLS, issuedWith: "(no letter)", columns: [No., What, Count, Who] }
        blockerKinds: { rock: Rock }
        """;

    [Fact]
    public async Task Server_with_only_an_invented_programme_answers_its_lists_and_board()
    {
        await using var server = new RunningServer { Catalog = Catalog() };
        await server.InitializeAsync();
        var lists = await server.GetAsync("/api/v1/programmes/wells/status-lists");
        Assert.True(lists.GetProperty("known").GetBoolean());
        Assert.Equal([3, 0], lists.GetProperty("lists").EnumerateArray().Select(l => l.GetProperty("count").GetInt32()));
        var board = await server.GetAsync("/api/v1/programmes/wells/board");
        Assert.Equal("only", board.GetProperty("phase").GetString());
        Assert.Equal(6, board.GetProperty("participants").EnumerateArray().Sum(p => p.GetProperty("steps").GetArrayLength()));
        foreach (var page in (string[])["/", "/lists", "/board", "/participants", "/participants/2", "/activity", "/answers", "/agencies/water-board"])
        {
            var html = await server.Client.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("Village wells", html, StringComparison.Ordinal);
        }
    }

    private static ProgrammeCatalog Catalog()
    {
        var (set, _) = ParticipantCsv.Read("districts", "districts.csv", Districts);
        var reading = ProgrammeYaml.Read("wells.yaml", Yaml, ["districts"]);
        Assert.Empty(reading.Mistakes);
        return new([new(reading.Programme!, set!)]);
    }
}
