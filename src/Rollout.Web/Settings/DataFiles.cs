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
        var programmes = new List<(string, Programme)>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "programmes"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var reading = ProgrammeYaml.Read(Path.GetFileName(file), File.ReadAllText(file), sets.Keys);
            mistakes.AddRange(reading.Mistakes);
            if (reading.Programme is { } programme) programmes.Add((Path.GetFileName(file), programme));
        }
        return mistakes.Count > 0 ? (null, mistakes.ToImmutable()) : CatalogAssembly.Of(programmes, sets);
    }

    /// <summary>Reads one programme file against the participant sets of the data folder.</summary>
    public static ProgrammeReading ReadProgramme(string folder, string file)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var sets = Sets(folder, mistakes);
        var reading = ProgrammeYaml.Read(Path.GetFileName(file), File.ReadAllText(file), sets.Keys);
        var together = reading.Programme is { } programme ? CatalogAssembly.Mistakes(programme, [.. programme.ParticipantSets.Select(s => sets[s])]) : [];
        return reading with { Mistakes = [.. mistakes, .. reading.Mistakes, .. together.Select(m => new Mistake(Path.GetFileName(file), 0, 0, m))] };
    }

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
