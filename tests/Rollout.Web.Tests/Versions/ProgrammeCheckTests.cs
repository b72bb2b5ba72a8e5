using Rollout.Web.Settings;
using Rollout.Web.Tests.Commands;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Versions;

/// <summary><c>programme check</c> asks a file for everything at once, within the catalogue it belongs to.</summary>
public sealed class ProgrammeCheckTests : IDisposable
{
    private const string Wells = """
        key: wells
        title: Village wells
        lead: water-board
        participants: villages
        participantWord: Village
        organisations:
          - { key: water-board, names: [{ full: Water board, short: WB }] }
        documents:
          - { key: letter, number: "1", issuer: water-board, title: Letter }
        phases:
          - { key: only, title: The only phase }
        parts:
          - key: A
            title: Wells
            steps:
              - { key: A1, title: Dig, reports: participant, confirm: { any: [water-board] } }
              - { key: A2, title: Draw, reports: participant, confirm: { any: [water-board] }, applies: { except: [V2] } }
        statusLists:
          - { number: 1, title: Dry, where: { steps: { A1: notDone } } }
        appendix: { name: List, title: WELLS, issuedWith: "(no letter)", columns: [No., What, Count, Who] }
        blockerKinds: { rock: Rock }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rollout-check-");

    public ProgrammeCheckTests()
    {
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("participants").FullName, "villages.csv"), "code,name\nV1,Upper\nV2,Lower\n");
        Write("springs.yaml", Wells.Replace("key: wells", "key: springs", StringComparison.Ordinal) + "\nclosed: { on: 2025-01-01, successor: wells }\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void File_that_fits_its_catalogue_has_no_mistakes()
    {
        Assert.Empty(Check(Wells).Mistakes);
        Assert.Equal(_folder.FullName, DataFiles.CatalogOf(Path.Combine(_folder.FullName, "programmes", "wells.yaml")));
        Assert.Equal(DataFiles.Folder, DataFiles.CatalogOf(Path.Combine(_folder.FullName, "wells.yaml")));
    }

    [Fact]
    public void Mistakes_of_the_file_and_those_between_it_and_the_others_come_together()
    {
        var wrong = Wells.Replace("lead: water-board", "lead: water-bord", StringComparison.Ordinal).Replace("except: [V2]", "except: [V9]", StringComparison.Ordinal)
            + "\nclosed: { on: 2026-01-01, successor: spring }\nbaselines: [{ file: july.json, phase: only, date: 2024-07-01, source: letter }]\n";
        Assert.Equal(
            [
                "wells.yaml:3:7: yaml.unknownNear: water-bord; water-board; water-board",
                "wells.yaml:17:108: yaml.unknownNear: V9; V1; V1, V2",
                "wells.yaml:22:38: yaml.unknownNear: spring; springs; springs",
                "wells.yaml:23:21: yaml.unknown: july.json; ",
            ],
            Check(wrong).Mistakes.Select(m => $"{m}"));
    }

    [Fact]
    public void Circle_of_successors_is_found_among_the_files() =>
        Assert.Equal(["catalog.circle: wells → springs → wells"], Check(Wells + "\nclosed: { on: 2026-01-01, successor: springs }\n").Mistakes.Select(m => $"{m.Message}"));

    [Fact]
    public async Task Command_checks_against_the_catalogue_that_it_is_given()
    {
        var file = Path.Combine(_folder.FullName, "wells.yaml");
        await File.WriteAllTextAsync(file, Wells, TestContext.Current.CancellationToken);
        var (exit, output, error) = await Executable.RunAsync("programme", "check", "--catalog", _folder.FullName, file);
        Assert.True(exit == 0, error);
        Assert.Contains("wells", output, StringComparison.Ordinal);
        // Beside the program there are no villages.
        (exit, _, error) = await Executable.RunAsync("programme", "check", file);
        Assert.Equal(1, exit);
        Assert.Contains("wells.yaml:4:15", error, StringComparison.Ordinal);
        (exit, _, error) = await Executable.RunAsync("programme", "check", "--catalog", Path.Combine(_folder.FullName, "nowhere"), file);
        Assert.Equal(1, exit);
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lien-thong"), InlineData("bao-cao-2022"), InlineData("dong-bo-2025"), InlineData("so-hoa-2024"), InlineData("kho-du-lieu-2024")]
    public void Shipped_file_holds_in_its_catalogue_with_its_published_states(string key) =>
        Assert.Empty(DataFiles.ReadProgramme(Repository.Data(), Repository.Data("programmes", $"{key}.yaml")).Mistakes);

    private Core.Programmes.ProgrammeReading Check(string text) => DataFiles.ReadProgramme(_folder.FullName, Write("wells.yaml", text));

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.CreateSubdirectory("programmes").FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
