using System.Collections.Immutable;
using Rollout.Core.Baselines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Storage.Tests.Support;

/// <summary>The programme that ships with the product, read as it stands in the repository, and a small one of another shape.</summary>
internal static class DataFiles
{
    public static ParticipantSet Provinces { get; } =
        ParticipantCsv.Read("provinces-63", "provinces-63.csv", Text("participants", "provinces-63.csv")).Set!;

    public static string LienThongText { get; } = Text("programmes", "lien-thong.yaml");

    public static Programme LienThong { get; } = Read("lien-thong.yaml", LienThongText);

    public static Programme GiayPhep { get; } = Read("giay-phep.yaml", """
        key: giay-phep
        title: Cấp giấy phép trực tuyến
        lead: bo
        participants: provinces-63
        participantWord: Địa phương
        documents:
          - { key: cv, number: 1/CV, issuer: bo, title: Công văn }
        measures:
          - { key: ty-le, title: Tỷ lệ đúng hạn, unit: percent, of: hồ sơ, better: higher, reportedBy: participant, source: cv }
          - { key: so-ho-so, title: Số hồ sơ, unit: count, of: hồ sơ, better: higher, total: sum, reportedBy: participant, source: cv }
        organisations:
          - { key: bo, names: [{ full: Bộ chủ quản, short: Bộ }] }
        systems:
          - { key: kho, title: Kho giấy phép, owner: bo }
        phases:
          - { key: only, title: Một giai đoạn }
        parts:
          - key: a
            title: Phần duy nhất
            system: kho
            steps:
              - { key: a.1, title: Bước một, reports: participant, confirm: { any: [bo] } }
              - { key: a.2, title: Bước hai, reports: participant, confirm: { any: [bo] } }
        statusLists:
          - { number: 1, title: Đã xong, where: { kho: completed } }
        appendix: { name: Phụ lục, title: Danh sách, issuedWith: Kèm theo, columns: [STT, Nội dung, Số lượng, Tỉnh] }
        service: { setBy: bo, title: Cấp giấy phép }
        blockerKinds: { funding: Kinh phí }
        """);

    public static ProgrammeCatalog One { get; } = new([new(LienThong, Provinces)]);

    public static ProgrammeCatalog Two { get; } = new([new(LienThong, Provinces), new(GiayPhep, Provinces)]);

    /// <summary>Both published states of lien-thong as commands, in the programme's order.</summary>
    public static ImmutableArray<StepCommand> Baselines { get; } = [.. LienThong.Baselines.SelectMany(source =>
    {
        var text = Text("programmes", "lien-thong", source.File);
        var document = LienThong.Documents.First(d => d.Key == source.Source);
        return BaselineJson.Read(LienThong, Provinces, source.File, text).State!.Commands(
            LienThong, Provinces, source, new(document.Number, document.Issuer, document.Date));
    })];

    public static Programme Read(string file, string text)
    {
        var reading = ProgrammeYaml.Read(file, text, [Provinces.Key]);
        return reading.Programme ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Mistakes));
    }

    private static string Text(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Repository(), "data", .. path]));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rollout.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Rollout.sln.");
    }
}
