using System.Globalization;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>A small programme: wells, of which one step is settled by a probe and the other by people.</summary>
internal static class Wells
{
    public const string Key = "wells";
    public const string Phase = "test";
    public const string Dug = "1.1";
    public const string Measured = "1.2";
    public const int Count = 120;
    private const string Set = "districts";

    public static IReadOnlyList<string> Codes { get; } = [.. Enumerable.Range(1, Count).Select(i => i.ToString("000", CultureInfo.InvariantCulture))];

    private static string Csv { get; } = string.Join('\n', Codes.Select(c => $"{c},Quận {c}").Prepend("code,name"));

    public static ParticipantId Id(string code) => new(Set, code);

    /// <summary>The role of everybody's office at once.</summary>
    public static string Everybody { get; } = $"participant:{string.Join(',', Codes.Select(c => $"{Set}/{c}"))}";

    public static ProgrammeCatalog Catalog(string every)
    {
        var (participants, wrong) = ParticipantCsv.Read(Set, $"{Set}.csv", Csv);
        Assert.Empty(wrong);
        var reading = ProgrammeYaml.Read($"{Key}.yaml", Yaml(every), [Set]);
        Assert.Empty(reading.Mistakes);
        return new([new(reading.Programme!, participants!)]);
    }

    /// <summary>Makes it the one programme of a copy of the program.</summary>
    public static void PutInto(string program, string every)
    {
        foreach (var folder in (string[])["programmes", "participants"])
        {
            Directory.Delete(Path.Combine(program, "data", folder), recursive: true);
            Directory.CreateDirectory(Path.Combine(program, "data", folder));
        }
        File.WriteAllText(Path.Combine(program, "data", "programmes", $"{Key}.yaml"), Yaml(every));
        File.WriteAllText(Path.Combine(program, "data", "participants", $"{Set}.csv"), Csv);
    }

    private static string Yaml(string every) => $$"""
        key: {{Key}}
        title: Giếng làng
        lead: board
        participants: {{Set}}
        participantWord: Quận
        organisations:
          - { key: board, names: [{ full: Ban nước sạch, short: BNS }] }
        systems:
          - { key: meters, title: Sổ đồng hồ, owner: board }
        phases:
          - { key: {{Phase}}, title: Thử nghiệm, knownFrom: 2024-01-01 }
        parts:
          - key: "1"
            title: Đào giếng
            system: meters
            steps:
              - { key: "{{Dug}}", title: Đào, reports: participant, confirm: { any: [board] } }
              - { key: "{{Measured}}", title: Đo, reports: participant, probe: { settles: [gauge] }, fallback: board }
        probes:
          - { key: gauge, kind: http, role: gauge, conditions: [status == 200] }
        verification: { every: {{every}}, advanceAfter: 3, failAfter: 3, regressAfter: 48h }
        statusLists:
          - { number: 1, title: Đã xong, where: { meters: completed } }
          - { number: 2, title: Chưa xong, where: { meters: [inProgress, notStarted] } }
        appendix: { name: Phụ lục, title: DANH SÁCH, issuedWith: "(…)", columns: [STT, Nội dung, Số lượng, Quận] }
        blockerKinds: { funding: Kinh phí }
        """;
}
