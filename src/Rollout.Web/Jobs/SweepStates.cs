using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Rollout.Web.Jobs;

/// <summary>How the sweeps of this process stand, for those who look.</summary>
public sealed class SweepStates(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Programme, TimeSpan Every, SweepShard Shard), SweepState> _states = [];

    /// <summary>The sweeps of a programme, the shortest interval first.</summary>
    public ImmutableArray<SweepState> Of(string programme) =>
        [.. _states.Where(s => s.Key.Programme == programme).Select(s => s.Value).GroupBy(s => s.Every).OrderBy(s => s.Key).Select(s => Together([.. s]))];

    /// <summary>When a sweep last moved, by the name of its job: when it began, or its latest result came. Null when it is none, or has not begun here.</summary>
    public DateTimeOffset? MovedAt(string job) => _states.FirstOrDefault(s => ProbeJob.NameOf(s.Key.Programme, s.Key.Every, s.Key.Shard) == job).Value?.Moved;

    internal void Begin(string programme, TimeSpan every, SweepShard shard, int total, bool networkOut)
    {
        var now = time.GetUtcNow();
        _states.AddOrUpdate(
            (programme, every, shard), _ => new(every, now, total, 0, networkOut ? now : null, TimeSpan.Zero, networkOut) { Moved = now },
            // A sweep cannot overlap the one before; when that ran long, this one begins late.
            (_, before) => new(every, now, total, 0, networkOut ? now : null, Later(now - before.Began - every, every), networkOut) { Moved = now });
    }

    internal void Count(string programme, TimeSpan every, SweepShard shard) => _states.AddOrUpdate((programme, every, shard), _ => throw new InvalidOperationException(), (_, s) => s with { Done = s.Done + 1, Moved = time.GetUtcNow() });

    internal void End(string programme, TimeSpan every, SweepShard shard) => _states.AddOrUpdate((programme, every, shard), _ => throw new InvalidOperationException(), (_, s) => s with { Ended = time.GetUtcNow() });

    /// <summary>The shards that this node has of the latest sweep, as one: those of an earlier one are another node's by now.</summary>
    private static SweepState Together(ImmutableArray<SweepState> shards)
    {
        var newest = shards.Max(s => s.Began);
        var own = shards.RemoveAll(s => s.Ended is not null && newest - s.Began > s.Every / 2);
        return own is [var only]
            ? only
            : own[0] with
            {
                Began = own.Min(s => s.Began),
                Total = own.Sum(s => s.Total),
                Done = own.Sum(s => s.Done),
                Ended = own.Any(s => s.Ended is null) ? null : own.Max(s => s.Ended),
                Late = own.Max(s => s.Late),
                NetworkOut = own.Any(s => s.NetworkOut),
                Moved = own.Max(s => s.Moved),
            };
    }

    /// <summary>A scheduler is never to the millisecond; a tenth of the interval, or a second, is in time.</summary>
    private static TimeSpan Later(TimeSpan late, TimeSpan every) => late > TimeSpan.FromSeconds(1) && late > every / 10 ? late : TimeSpan.Zero;
}
