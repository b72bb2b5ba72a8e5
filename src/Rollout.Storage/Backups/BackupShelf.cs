using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rollout.Core.Retention;

namespace Rollout.Storage.Backups;

/// <summary>
/// A folder of backups, each a folder named by its time. A backup is written under a name that is none and renamed when it is whole; what a
/// crash left is removed by the next.
/// </summary>
public sealed class BackupShelf(string folder)
{
    private const string AttemptFile = "last-attempt.json";
    private const string Beginning = "rollout-";
    private const string Form = "yyyyMMdd'T'HHmmssfff'Z'";
    private const string HoldFile = ".hold";
    private const string Unfinished = ".unfinished-";

    /// <summary>The backups that are whole, the oldest first.</summary>
    public ImmutableArray<(string Path, DateTimeOffset TakenAt)> All() => !Directory.Exists(folder) ? [] : [..
        from path in Directory.EnumerateDirectories(folder)
        let at = TakenAt(Path.GetFileName(path))
        where at is not null && File.Exists(Path.Combine(path, ManifestFile.Called))
        orderby at
        select (path, at.Value)];

    /// <summary>How the last attempt went; null when there was none, or nobody can tell.</summary>
    public BackupAttempt? LastAttempt()
    {
        try
        {
            return JsonSerializer.Deserialize<BackupAttempt>(File.ReadAllText(Path.Combine(folder, AttemptFile)), JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps how an attempt went, as far as it can: where the disk is full, the log alone tells.</summary>
    internal void Tell(BackupAttempt attempt)
    {
        try
        {
            var arriving = Path.Combine(folder, Unfinished + AttemptFile);
            File.WriteAllText(arriving, JsonSerializer.Serialize(attempt, JsonSerializerOptions.Web));
            File.Move(arriving, Path.Combine(folder, AttemptFile), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The outcome was told to whoever asked for it.
        }
    }

    /// <summary>Makes the folder, and keeps others from it until disposed; null when somebody else has it.</summary>
    internal IDisposable? Hold()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, HoldFile);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>A new place for a backup that is being made; whoever calls holds the folder, so that all other such places are left from crashes.</summary>
    internal string Begin()
    {
        foreach (var left in Directory.EnumerateDirectories(folder, Unfinished + "*")) Directory.Delete(left, recursive: true);
        var place = Path.Combine(folder, $"{Unfinished}{Guid.NewGuid():N}");
        // What it holds is nobody else's: addresses of people, hashes of passwords.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(place);
        else Directory.CreateDirectory(place, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return place;
    }

    /// <summary>Makes a whole backup of what was made in a place.</summary>
    internal string Finish(string place, DateTimeOffset takenAt)
    {
        var path = Path.Combine(folder, Beginning + takenAt.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));
        Directory.Move(place, path);
        return path;
    }

    /// <summary>Removes what a rule does not keep; says how many.</summary>
    internal int Prune(KeepRule rule)
    {
        var all = All();
        var kept = rule.Of(all.Select(b => b.TakenAt));
        var gone = all.Where(b => !kept.Contains(b.TakenAt)).ToList();
        foreach (var (path, _) in gone)
        {
            // Half removed it would still look like one.
            var going = Path.Combine(folder, $"{Unfinished}{Guid.NewGuid():N}");
            Directory.Move(path, going);
            Directory.Delete(going, recursive: true);
        }
        return gone.Count;
    }

    /// <summary>Names of one of these places end in a time; anything else is somebody else's.</summary>
    private static DateTimeOffset? TakenAt(string name) =>
        name.StartsWith(Beginning, StringComparison.Ordinal)
        && DateTimeOffset.TryParseExact(name[Beginning.Length..], Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
