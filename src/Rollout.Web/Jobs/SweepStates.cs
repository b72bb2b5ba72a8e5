using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Rollout.Web.Jobs;

/// <summary>How the sweeps of this process stand, for those who look.</summary>
public sealed class SweepStates(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Programme, TimeSpan Every), SweepState> _states = [];

    /// <summary>The sweeps of a programme, the shortest interval first.</summary>
    public ImmutableArray<SweepState> Of(string programme) => [.. _states.Where(s => s.Key.Programme == programme).Select(s => s.Value).OrderBy(s => s.Every)];

    /// <summary>When a sweep last moved, by the name of its job: when it began, or its latest result came. Null when it is none, or has not begun here.</summary>
    public DateTimeOffset? MovedAt(string job) => _states.FirstOrDefault(s => ProbeJob.NameOf(s.Key.Programme, s.Key.Every) == job).Value?.Moved;

    internal void Begin(string programme, TimeSpan every, int total, bool networkOut)
    {
        var now = time.GetUtcNow();
        _states.AddOrUpdate(
            (programme, every), _ => new(every, now, total, 0, networkOut ? now : null, TimeSpan.Zero, networkOut) { Moved = now },
            // A sweep cannot overlap the one before; when that ran long, this one begins late.
            (_, before) => new(every, now, total, 0, networkOut ? now : null, Later(now - before.Began - every, every), networkOut) { Moved = now });
    }

    internal void Count(string programme, TimeSpan every) => _states.AddOrUpdate((programme, every), _ => throw new InvalidOperationException(), (_, s) => s with { Done = s.Done + 1, Moved = time.GetUtcNow() });

    internal void End(string programme, TimeSpan every) => _states.AddOrUpdate((programme, every), _ => throw new InvalidOperationException(), (_, s) => s with { Ended = time.GetUtcNow() });

    /// <summary>A scheduler is never to the millisecond; a tenth of the interval, or a second, is in time.</summary>
    private static TimeSpan Later(TimeSpan late, TimeSpan every) => late > TimeSpan.FromSeconds(1) && late > every / 10 ? late : TimeSpan.Zero;
}
