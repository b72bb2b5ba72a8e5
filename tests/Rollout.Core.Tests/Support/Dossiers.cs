using Rollout.Core.Baselines;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>A small programme of the 34 provinces with measures: the share that letter 7139/BTP-HCTP names for six of them, and a count of books.</summary>
internal static class Dossiers
{
    public const string Share = "unseen";
    public const string Books = "books";
    public const string File = "letter.json";

    public const string Yaml =
        """
        key: dossiers
        title: Dossiers
        lead: btp
        participants: provinces-34
        participantWord: Province
        documents:
          - { key: cv-7139, number: 7139/BTP-HCTP, issuer: btp, date: 2025-10-31, title: Letter }
          - { key: talk, number: Exchange, issuer: c06, date: 2025-10, title: Exchange }
        organisations:
          - { key: btp, names: [{ full: Ministry of Justice, short: MoJ }] }
          - { key: c06, names: [{ full: Police department, short: C06 }] }
        systems:
          - { key: kho, title: Store, owner: c06 }
        phases:
          - { key: now, title: Now, knownFrom: 2025-07-01 }
        parts:
          - key: "1"
            title: Work
            system: kho
            steps:
              - { key: "1", title: Connect, reports: participant, confirm: { any: [btp] } }
        statusLists:
          - { number: 1, title: Connected, where: { kho: completed } }
          - { number: 2, title: Others, where: { kho: [notStarted, inProgress] } }
        appendix: { name: Table, title: Provinces, issuedWith: x, columns: [No., What, How many, Which] }
        blockerKinds: { other: Other }
        measures:
          - key: unseen
            title: { vi: Tỷ lệ hồ sơ chưa nhận được trạng thái, en: Share of dossiers without a status }
            short: { vi: Chưa nhận trạng thái, en: Without status }
            unit: percent
            of: { vi: hồ sơ, en: dossiers }
            decimals: 2
            better: lower
            thresholds: [20, 40]
            target: 5
            reportedBy: [participant, c06]
            source: cv-7139
          - { key: books, title: Books digitised, unit: count, of: books, better: higher, total: sum, reportedBy: participant, source: cv-7139 }
        figuresPublished:
          - { key: connected, title: Connected, value: 2, outOf: 34, asOf: 2025-08, source: cv-7139, beside: { step: "1", is: done } }
          - { key: listed, title: In the list, value: 1, asOf: 2025-08-15, source: cv-7139, beside: { list: 1 } }
          - { key: records, title: Records, value: 100, orMore: true, unit: books, asOf: 2025, source: talk, beside: { measure: books } }
          - { key: alone, title: Alone, value: 7, asOf: 2026, source: talk }
        baselines:
          - { file: letter.json, phase: now, date: 2025-10-31, source: cv-7139 }
        """;

    public const string Letter =
        """
        {
          "figures": [
            {
              "measure": "unseen", "from": "2025-07-01", "to": "2025-10-28", "document": "talk", "note": "theo trao đổi với Bộ Công an",
              "values": { "Cà Mau": 44.47, "Lào Cai": 43.63, "Lạng Sơn": 38.40, "An Giang": 32.87, "Ninh Bình": 24.03, "Phú Thọ": 20.54, "Hà Nội": null }
            }
          ]
        }
        """;

    public static readonly FigurePeriod Autumn = new(new(2025, 7, 1), new(2025, 10, 28));
    public static readonly FigurePeriod July = new(new(2025, 7, 1), new(2025, 7, 31));
    public static readonly FigurePeriod August = new(new(2025, 8, 1), new(2025, 8, 31));
    public static readonly FigurePeriod Quarter = new(new(2025, 7, 1), new(2025, 9, 30));
    public static readonly DateTimeOffset Now = Times.At("2025-11-01 08:00");

    public static readonly ParticipantId CaMauId = new("provinces-34", "96");
    public static readonly Actor CaMau = new(ActorKind.Participant, "camau", Participant: CaMauId);
    public static readonly Actor Btp = new(ActorKind.Monitor, "btp", "btp");
    public static readonly Actor BtpAgency = new(ActorKind.Agency, "btp.second", "btp");
    public static readonly Actor C06 = new(ActorKind.Agency, "c06", "c06");

    public static Programme Rules { get; } = ProgrammeYaml.Read("dossiers.yaml", Yaml, ["provinces-34"]) is { Programme: { } read } ? read : throw new InvalidDataException();

    public static MeasureDefinition ShareMeasure { get; } = Rules.FindMeasure(Share)!;

    public static MeasureDefinition BooksMeasure { get; } = Rules.FindMeasure(Books)!;

    public static Board Empty => Board.Empty(Rules, Sets.Provinces34);

    public static Scribe New() => new(Rules, Sets.Provinces34);

    public static Scribe WithLetter()
    {
        var scribe = New();
        Assert.All(scribe.RecordAll(Commands(Letter), Now), d => Assert.IsType<Decision.Accepted>(d));
        return scribe;
    }

    public static IEnumerable<StepCommand> Commands(string text)
    {
        var (state, mistakes) = BaselineJson.Read(Rules, Sets.Provinces34, File, text);
        Assert.Empty(mistakes);
        return state!.Commands(Rules, Sets.Provinces34, Rules.Baselines[0], null);
    }

    public static Participant Province(string name) => Sets.Provinces34.All.Single(p => p.Name == name);

    /// <summary>The province itself states a figure, having seen what there is.</summary>
    public static StepCommand.StateFigure States(Board board, string name, string measure, FigurePeriod period, decimal? value, string? note = null) =>
        new(new(ActorKind.Participant, "office", Participant: Province(name).Id), Province(name).Id, measure, period, value,
            board[Province(name).Id].Measured.Find(measure, period)?.Version ?? 0)
        { Note = note };
}
