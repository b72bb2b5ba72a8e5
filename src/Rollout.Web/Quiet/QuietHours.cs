using System.Collections.Concurrent;
using Rollout.Core.Quiet;
using Rollout.Core.Verification;
using Rollout.Storage.Samples;

namespace Rollout.Web.Quiet;

/// <summary>Whether a check falls into a maintenance window. Every check of every sweep asks: a repeated window is only reckoned anew once its last answer is over.</summary>
public sealed class QuietHours(MaintenanceBook book)
{
    private readonly ConcurrentDictionary<(long, string, DateTimeOffset), Occurrence> _known = new();

    /// <summary>The window that keeps a check quiet at an instant; null when none does.</summary>
    /// <param name="target">Where it would look.</param>
    /// <param name="systemKey">Key of the system whose probe it is; null when of none.</param>
    /// <param name="now">The domain's present.</param>
    public MaintenanceWindow? Of(ProbeTarget target, string? systemKey, DateTimeOffset now)
    {
        foreach (var window in book.Of(target.Programme))
            if (window.Scope.Holds(target, systemKey) && Covers(window, now)) return window;
        return null;
    }

    /// <summary>Whether a window holds at an instant.</summary>
    public bool Covers(MaintenanceWindow window, DateTimeOffset now)
    {
        if (now < window.From || now >= window.Until) return false;
        if (window.Cron is null) return true;
        var at = (window.Id, window.Cron, window.From);
        if (!_known.TryGetValue(at, out var known) || now < known.Asked || now >= known.End) _known[at] = known = Find(window, now);
        return now >= known.Begin;
    }

    /// <summary>The next times a window begins after an instant, its first included.</summary>
    public static IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Next(MaintenanceWindow window, DateTimeOffset after)
    {
        if (window.Cron is null || CronTimes.Read(window.Cron) is not { } times)
        {
            if (window.From > after && window.Until is { } end) yield return (window.From, end);
            yield break;
        }
        var at = after < window.From ? window.From.AddMilliseconds(-1) : after;
        while (times.After(at) is { } begin && !(begin >= window.Until))
        {
            var over = begin + window.Lasts!.Value;
            yield return (begin, over > window.Until ? window.Until.Value : over);
            at = begin;
        }
    }

    /// <summary>The first time of a repeated window that is not over at an instant.</summary>
    private static Occurrence Find(MaintenanceWindow window, DateTimeOffset now)
    {
        var lasts = window.Lasts ?? TimeSpan.Zero;
        var since = now - lasts;
        if (since < window.From) since = window.From.AddMilliseconds(-1);
        var begin = CronTimes.Read(window.Cron!)?.After(since) ?? DateTimeOffset.MaxValue - lasts;
        return new(now, begin, begin + lasts);
    }

    private sealed record Occurrence(DateTimeOffset Asked, DateTimeOffset Begin, DateTimeOffset End);
}
