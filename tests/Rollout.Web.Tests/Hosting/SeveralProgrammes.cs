using Rollout.Core.Programmes;
using Rollout.Web.Settings;

namespace Rollout.Web.Tests.Hosting;

/// <summary>
/// The first programme beside two invented ones, read from a data folder of their own: wells that the 34 provinces dig, each reading only its own, and
/// the closed programme of the 63 before them.
/// </summary>
internal static class SeveralProgrammes
{
    private const string Common = """
        lead: water-board
        participantWord: Province
        organisations:
          - { key: water-board, names: [{ full: Water board, short: WB }] }
        systems:
          - { key: meters, title: Meter register, owner: water-board }
        probes: []
        statusLists:
          - { number: 1, title: Dry, where: { meters: notStarted } }
        appendix: { name: List, title: WELLS, issuedWith: "(no letter)", columns: [No., What, Count, Who] }
        blockerKinds: { rock: Rock }
        """;

    private const string OldWells = """
        key: old-wells
        title: Wells of old
        participants: provinces-63
        closed: { on: 2025-07-01, successor: wells, note: The provinces were joined. }
        phases:
          - { key: test, title: The first phase, knownFrom: 2024-01-01 }
        parts:
          - { key: A, title: Wells, system: meters, steps: [{ key: A1, title: Dig, reports: participant, confirm: { any: [water-board] } }] }
        """;

    private const string Wells = """
        key: wells
        title: Village wells
        participants: provinces-34
        reading: own
        deadlines: { whole: { by: 2026-01-15 } }
        phases:
          - { key: only, title: The only phase, knownFrom: 2025-07-01 }
        parts:
          - key: A
            title: Wells
            system: meters
            steps:
              - { key: A1, title: Dig, reports: participant, confirm: { any: [water-board] } }
              - { key: A2, title: Measure, reports: participant, confirm: { any: [water-board] }, due: { by: 2030-06-28 } }
        """;

    /// <summary>The three of them.</summary>
    public static ProgrammeCatalog Catalog()
    {
        var folder = Directory.CreateTempSubdirectory("rollout-data-");
        try
        {
            var (participants, programmes) = (folder.CreateSubdirectory("participants"), folder.CreateSubdirectory("programmes"));
            foreach (var set in new DirectoryInfo(Repository.Data("participants")).GetFiles("*.csv")) set.CopyTo(Path.Combine(participants.FullName, set.Name));
            File.Copy(Repository.Data("programmes", "lien-thong.yaml"), Path.Combine(programmes.FullName, "lien-thong.yaml"));
            File.WriteAllText(Path.Combine(programmes.FullName, "old-wells.yaml"), $"{OldWells}\n{Common}\n");
            File.WriteAllText(Path.Combine(programmes.FullName, "wells.yaml"), $"{Wells}\n{Common}\n");
            var (catalog, mistakes) = DataFiles.ReadAll(folder.FullName);
            Assert.Empty(mistakes);
            return catalog!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
