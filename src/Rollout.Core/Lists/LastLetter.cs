using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;

namespace Rollout.Core.Lists;

/// <summary>The last document that told everybody where things stand: what changed is counted from it.</summary>
/// <param name="AsOf">The instant whose state it tells.</param>
/// <param name="KnownOn">What was known when it was issued; null where it tells all that is known of that instant now.</param>
/// <param name="Number">Its number and sign, or its title where it has no number of its own.</param>
public sealed record LastLetter(DateTimeOffset AsOf, DateTimeOffset? KnownOn, string Number)
{
    /// <summary>The newest published state from which a programme's phase starts, if it is older than an instant's day; null when there is none.</summary>
    public static LastLetter? Baseline(Programme programme, Phase phase, DateTimeOffset before) =>
        programme.Baselines.Where(b => b.Phases.Contains(phase.Key) && HanoiTime.DayOf(b.At) < HanoiTime.DayOf(before)).MaxBy(b => b.At) is { } baseline
            ? new(HanoiTime.EndOf(HanoiTime.DayOf(baseline.At)), null, programme.Documents.First(d => d.Key == baseline.Source).Number)
            : null;
}
