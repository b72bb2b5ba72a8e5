using System.Globalization;

namespace Rollout.Browser.Tests;

/// <summary>A generated programme of as many participants as the country has communes: ten steps in three parts. The same on every run.</summary>
internal static class ManyParticipants
{
    /// <summary>Its key; after the program's own in the order of the files, so that the first stays the first.</summary>
    public const string Key = "nhieu-noi";

    public const int Count = 3321;

    private static readonly string[] Names = ["Tân", "Bình", "Phú", "Hòa", "Đông", "Thạnh", "Mỹ", "Long", "Vĩnh", "An"];
    private static readonly (string Part, int Steps)[] Parts = [("1", 4), ("2", 3), ("3", 3)];

    private static string Yaml => $$"""
        key: {{Key}}
        title: Nhiều nơi
        lead: vpcp
        participants: {{Key}}
        participantWord: Nơi
        organisations:
          - { key: vpcp, names: [{ full: Văn phòng Chính phủ, short: VPCP }] }
        systems:
          - { key: mot, title: Một, owner: vpcp }
        phases:
          - { key: test, title: Thử nghiệm, knownFrom: 2024-01-01 }
        parts:
        {{string.Join('\n', Parts.Select(p => $"  - key: \"{p.Part}\"\n    title: Mục {p.Part}\n    system: mot\n    steps:\n{Steps(p.Part, p.Steps)}"))}}
        statusLists:
          - { number: 1, title: Đã xong, where: { mot: completed } }
        appendix: { name: Phụ lục, title: NHIỀU NƠI, issuedWith: "-", columns: [STT, Nội dung, Số lượng, Nơi] }
        blockerKinds: { other: Khác }
        """;

    /// <summary>What the participant of a number is called; in official order the numbers follow each other.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Nơi {number:0000} {Names[number / 10 % 10]} {Names[number % 10]}");

    /// <summary>A copy of the program with this programme beside its own; gives its file back.</summary>
    /// <param name="program">The program's file.</param>
    /// <param name="folder">A folder for the copy.</param>
    /// <param name="count">How many participants it has.</param>
    public static string CopyInto(string program, string folder, int count = Count)
    {
        var from = Path.GetDirectoryName(program)!;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        File.WriteAllText(Path.Combine(folder, "data", "programmes", $"{Key}.yaml"), Yaml);
        File.WriteAllLines(
            Path.Combine(folder, "data", "participants", $"{Key}.csv"),
            Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i:00000},{Name(i)},xã,Vùng {i % 6}")).Prepend("code,name,kind,region"));
        return Path.Combine(folder, Path.GetFileName(program));
    }

    private static string Steps(string part, int count) => string.Join(
        '\n', Enumerable.Range(1, count).Select(i => $"      - {{ key: \"{part}.{i}\", title: Bước {i}, reports: participant, confirm: {{ any: [vpcp] }} }}"));
}
