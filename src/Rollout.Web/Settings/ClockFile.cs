using System.Text.Json;
using Rollout.Storage.Time;

namespace Rollout.Web.Settings;

/// <summary>
/// Where a demo's clock stands, kept in its data folder, so that a command beside the running demo stamps its entries with the same time.
/// </summary>
public sealed record ClockFile(DateTimeOffset RealStart, DateTimeOffset Start, double Speed, DateTimeOffset Until)
{
    /// <summary>What it is called.</summary>
    public const string Called = "demo-clock.json";

    /// <summary>The clock of a data folder: the demo's where one ran, otherwise the real time.</summary>
    public static DomainClock ClockOf(string folder, TimeProvider time)
    {
        var path = Path.Combine(folder, Called);
        if (!File.Exists(path) || JsonSerializer.Deserialize<ClockFile>(File.ReadAllText(path)) is not { } file) return DomainClock.Real(time);
        var now = time.GetUtcNow();
        return DomainClock.Fast(time, file.Start + ((now - file.RealStart) * file.Speed), file.Speed, file.Until);
    }

    /// <summary>Keeps where the clock stands.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Called), JsonSerializer.Serialize(this));
    }
}
