using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Web.Settings;

/// <summary>The files that come with the program: participants, programmes, baselines, maps. All mistakes in them are found together.</summary>
public static class DataFiles
{
    /// <summary>The folder, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Reads every programme; when there is any mistake there is no catalogue.</summary>
    /// <param name="folder">The data folder.</param>
    public static (ProgrammeCatalog? Catalog, ImmutableArray<Mistake> Mistakes) ReadAll(string folder)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        mistakes.AddRange(WorkingDays(folder).Mistakes);
        var sets = Sets(folder, mistakes);
        var around = ProgrammeSurroundings.Of(sets, Keys(folder));
        // Each on its own: a start waits for the longest of them, not for their sum.
        var read = Task.WhenAll(Files(folder).Select(f => Task.Run(() => Read(f, around)))).GetAwaiter().GetResult();
        mistakes.AddRange(read.SelectMany(r => r.Reading.Mistakes));
        if (mistakes.Count > 0) return (null, mistakes.ToImmutable());
        var (catalog, together) = CatalogAssembly.Of([.. read.Select(r => (r.Origin.File, r.Reading.Programme!))], sets);
        return (catalog is null ? null : catalog with { All = [.. catalog.All.Select(i => i with { Origin = read.First(r => ReferenceEquals(r.Reading.Programme, i.Programme)).Origin })] }, together);
    }

    private static (ProgrammeOrigin Origin, ProgrammeReading Reading) Read(string file, ProgrammeSurroundings around)
    {
        var origin = new ProgrammeOrigin(Path.GetFileName(file), File.ReadAllText(file));
        return (origin, ProgrammeYaml.Read(origin.File, origin.Text, around));
    }

    /// <summary>Reads one programme file as it would stand in a catalogue: against the sets, the other programmes and the published states beside it.</summary>
    /// <param name="folder">The data folder of the catalogue.</param>
    /// <param name="file">The file, wherever it is.</param>
    public static ProgrammeReading ReadProgramme(string folder, string file)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var sets = Sets(folder, mistakes);
        var beside = new DirectoryInfo(Path.ChangeExtension(Path.GetFullPath(file), null));
        var around = ProgrammeSurroundings.Of(sets, [.. Keys(folder), Path.GetFileNameWithoutExtension(file)]) with
        {
            // A draft that lies elsewhere has no published states beside it yet.
            Baselines = beside.Exists ? [.. beside.EnumerateFiles("*.json").Select(f => f.Name).Order(StringComparer.Ordinal)]
                : beside.Parent?.FullName == Path.GetFullPath(Path.Combine(folder, "programmes")) ? [] : null,
        };
        var reading = ProgrammeYaml.Read(Path.GetFileName(file), File.ReadAllText(file), around);
        mistakes.AddRange(reading.Mistakes);
        if (reading.Programme is { } programme && mistakes.Count == 0) mistakes.AddRange(Among(folder, file, programme, around, sets));
        return reading with { Mistakes = mistakes.ToImmutable() };
    }

    /// <summary>The catalogue that a file belongs to: the folder above it when that is one, and else the one beside the program.</summary>
    /// <param name="file">A programme file.</param>
    public static string CatalogOf(string file) =>
        Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file))) is { } above && Directory.Exists(Path.Combine(above, "participants")) ? above : Folder;

    /// <summary>What only shows when it stands with the others of its catalogue, such as a circle of successors.</summary>
    private static IEnumerable<Mistake> Among(string folder, string file, Programme programme, ProgrammeSurroundings around, IReadOnlyDictionary<string, ParticipantSet> sets)
    {
        var name = Path.GetFileName(file);
        var others = Files(folder).Where(f => Path.GetFileNameWithoutExtension(f) != programme.Key)
            .Select(f => (File: Path.GetFileName(f), ProgrammeYaml.Read(Path.GetFileName(f), File.ReadAllText(f), around).Programme)).Where(o => o.Programme is not null);
        return CatalogAssembly.Of([.. others.Select(o => (o.File, o.Programme!)), (name, programme)], sets).Mistakes.Where(m => m.File == name);
    }

    private static IEnumerable<string> Files(string folder) =>
        Path.Combine(folder, "programmes") is var programmes && Directory.Exists(programmes) ? Directory.EnumerateFiles(programmes, "*.yaml").Order(StringComparer.Ordinal) : [];

    private static string[] Keys(string folder) => [.. Files(folder).Select(f => Path.GetFileNameWithoutExtension(f))];

    /// <summary>A published state of a programme, as text.</summary>
    public static string Baseline(string folder, string programme, string file) => File.ReadAllText(Path.Combine(folder, "programmes", programme, file));

    /// <summary>Which days are worked, from the data folder's <c>holidays</c>; null when a file is mistaken.</summary>
    public static (WorkingDays? Days, ImmutableArray<Mistake> Mistakes) WorkingDays(string folder)
    {
        var holidays = new DirectoryInfo(Path.Combine(folder, "holidays"));
        return WorkingDaysCsv.Read(holidays.Exists ? holidays.GetFiles("*.csv").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (f.Name, File.ReadAllText(f.FullName))) : []);
    }

    private static Dictionary<string, ParticipantSet> Sets(string folder, ImmutableArray<Mistake>.Builder mistakes)
    {
        var sets = new Dictionary<string, ParticipantSet>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "participants"), "*.csv").Order(StringComparer.Ordinal))
        {
            var key = Path.GetFileNameWithoutExtension(file);
            var (set, found) = ParticipantCsv.Read(key, Path.GetFileName(file), File.ReadAllText(file));
            mistakes.AddRange(found);
            if (set is not null) sets[key] = set;
        }
        return sets;
    }
}
