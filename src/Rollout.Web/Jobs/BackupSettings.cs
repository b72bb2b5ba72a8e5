using System.Globalization;
using Microsoft.Extensions.Options;
using Rollout.Core.Retention;
using Rollout.Storage.Backups;
using Rollout.Web.Settings;

namespace Rollout.Web.Jobs;

/// <summary>Backups by the clock: <c>Backup:Folder</c> turns them on.</summary>
/// <param name="Folder">Where they are kept; null when none are made by the clock.</param>
/// <param name="At">At which time of day, in Hà Nội.</param>
/// <param name="Keep">Which of them stay.</param>
/// <param name="DumpProgram">The <c>pg_dump</c> to use; empty for the one on the path.</param>
public sealed record BackupSettings(string? Folder, TimeOnly At, KeepRule Keep, string DumpProgram)
{
    private const string AtKey = "Backup:At";
    private const string Usually = "02:15";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="OptionsValidationException">One of them cannot be understood.</exception>
    public static BackupSettings Of(IConfiguration configuration)
    {
        var said = configuration[AtKey] ?? Usually;
        if (!TimeOnly.TryParseExact(said, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) throw Wrong(AtKey, said, Usually);
        var usual = KeepRule.Usual;
        var keep = new KeepRule(
            usual.Newest, Count(configuration, nameof(KeepRule.Days), usual.Days), Count(configuration, nameof(KeepRule.Weeks), usual.Weeks),
            Count(configuration, nameof(KeepRule.Months), usual.Months));
        return new(configuration["Backup:Folder"] is { Length: > 0 } folder ? folder : null, at, keep, configuration["Backup:PgDump"] ?? "");
    }

    /// <summary>A backup into a folder, with what of the data folder belongs to it.</summary>
    public BackupWish Wish(string folder) => new(folder, Keep, [ProbingServices.TrustedRootsFile, ClockFile.Called], DumpProgram);

    private static int Count(IConfiguration configuration, string what, int usual)
    {
        var key = $"Backup:Keep:{what}";
        if (configuration[key] is not { } said) return usual;
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Wrong(key, said, $"{usual}");
    }

    private static OptionsValidationException Wrong(string key, string said, string like) => new(key, typeof(BackupSettings), [$"{key}: {said} ({like})"]);
}
