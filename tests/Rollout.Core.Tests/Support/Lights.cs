using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Tests.Support;

/// <summary>An invented programme, told in text alone: three harbours, one system, one phase, two steps, two lists.</summary>
internal static class Lights
{
    public const string HarboursCsv =
        """
        code,name,kind,region
        C,Cove,port,south
        A,Alma,port,north
        B,Brod,port,north
        """;

    public const string AlmanacJson =
        """
        [
          { "number": 1, "count": 1, "provinces": ["Alma"] },
          { "number": 2, "count": 2, "provinces": ["Port Brod", "cove"] }
        ]
        """;

    public const string Yaml =
        """
        key: lights
        title: { en: Lights of the coast, fr: Feux de la côte }
        lead: guild
        participants: harbours
        participantWord: Harbour
        documents:
          - { key: almanac, number: "7", issuer: guild, date: 1900, title: Almanac }
        organisations:
          - { key: guild, names: [{ full: Guild of pilots, short: GP }] }
          - { key: keepers, names: [{ full: Keepers of the light, short: KL }] }
        systems:
          - { key: beacon, title: Beacon, owner: keepers }
        phases:
          - { key: rehearsal, title: Rehearsal }
        parts:
          - key: "1"
            title: Lighting
            system: beacon
            steps:
              - { key: "1.1", title: Carry oil, reports: participant, confirm: { any: [keepers] } }
              - { key: "1.2", title: Light it, reports: participant, confirm: { all: [keepers, guild] } }
        statusLists:
          - { number: 1, title: Lit, where: { beacon: completed } }
          - { number: 2, title: Dark, where: { beacon: notStarted } }
        appendix: { name: Table, title: Harbours, issuedWith: (with the almanac), columns: [No., What, How many, Which] }
        blockerKinds: { weather: Weather }
        baselines:
          - { file: almanac.json, phase: rehearsal, date: 1900-01-01, source: almanac }
        """;

    public static Programme Programme { get; } = ProgrammeYaml.Read("lights.yaml", Yaml, ["harbours"]).Programme!;

    public static ParticipantSet Harbours { get; } = ParticipantCsv.Read("harbours", "harbours.csv", HarboursCsv).Set!;

    public static Scribe Ledger() => new(Programme, Harbours);
}
