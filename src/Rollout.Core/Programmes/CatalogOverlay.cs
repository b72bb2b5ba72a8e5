using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>
/// Lays the versions that were kept over the programmes of the files. One that no longer reads, or no longer goes together with the others,
/// is passed over: what the files say is served in its place, and a server always starts.
/// </summary>
public static class CatalogOverlay
{
    /// <summary>The catalogue with the versions.</summary>
    /// <param name="files">What the files say.</param>
    /// <param name="kept">The newest version of each programme that has any; of programmes that no file names too.</param>
    public static ProgrammeCatalog Of(ProgrammeCatalog files, IReadOnlyCollection<ProgrammeVersion> kept)
    {
        if (kept.Count == 0) return files;
        var sets = files.Sets;
        var around = ProgrammeSurroundings.Of(sets, [.. files.All.Select(i => i.Programme.Key).Union(kept.Select(k => k.Programme), StringComparer.Ordinal)]);
        var passed = ImmutableArray.CreateBuilder<PassedVersion>();
        var taken = new List<(ProgrammeVersion Version, Programme Programme)>();
        foreach (var version in kept)
            if (Read(version, around) is var reading && reading.Programme is { } programme) taken.Add((version, programme));
            else passed.Add(new(version, reading.Mistakes));
        while (taken.Count > 0)
        {
            var (catalog, mistakes) = CatalogAssembly.Of(Together(files, taken), sets);
            if (catalog is not null) return catalog with { All = [.. catalog.All.Select(i => i with { Origin = OriginOf(files, taken, i.Programme.Key) })], Passed = passed.ToImmutable() };
            // Which of several does not go together with the rest can be told only of those that a mistake names.
            var named = taken.Where(t => mistakes.Any(m => m.File == FileOf(t.Version.Programme))).ToList();
            foreach (var one in named.Count > 0 ? named : [.. taken])
            {
                taken.Remove(one);
                passed.Add(new(one.Version, [.. mistakes.Where(m => named.Count == 0 || m.File == FileOf(one.Version.Programme))]));
            }
        }
        return files with { Passed = passed.ToImmutable() };
    }

    /// <summary>The name of a programme's file.</summary>
    public static string FileOf(string programme) => $"{programme}.yaml";

    private static ProgrammeReading Read(ProgrammeVersion version, ProgrammeSurroundings around)
    {
        var reading = ProgrammeYaml.Read(FileOf(version.Programme), version.Text, around);
        return reading.Programme is null || reading.Programme.Key == version.Programme ? reading
            : new(null, [new(FileOf(version.Programme), 1, 1, Message.Of("version.otherKey", reading.Programme.Key, version.Programme))]);
    }

    private static List<(string File, Programme Programme)> Together(ProgrammeCatalog files, List<(ProgrammeVersion Version, Programme Programme)> taken) =>
    [
        .. files.All.Select(i => i.Programme).Where(p => !taken.Exists(t => t.Programme.Key == p.Key)).Concat(taken.Select(t => t.Programme))
            .Select(p => (FileOf(p.Key), p)).OrderBy(p => p.Item1, StringComparer.Ordinal),
    ];

    private static ProgrammeOrigin? OriginOf(ProgrammeCatalog files, List<(ProgrammeVersion Version, Programme Programme)> taken, string key) =>
        taken.Find(t => t.Programme.Key == key) is { Version: { } version } ? new(FileOf(key), version.Text, version) : files.Find(key)?.Origin;
}
