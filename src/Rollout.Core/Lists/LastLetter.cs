using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;

namespace Rollout.Core.Lists;

/// <summary>The last document that told everybody where things stand: what changed is counted from it.</summary>
/// <param name="AsOf">The instant whose state it tells.</param>
/// <param name="KnownOn">What was known when it was issued; null where it tells all that is known of that instant now.</param>
/// <param name="Number">Its number and sign, or its title where it has no number of its own.</param>
/// <param name="Date">Its date; null where none is known.</param>
public sealed record LastLetter(DateTimeOffset AsOf, DateTimeOffset? KnownOn, string Number, DateOnly? Date = null)
{
    /// <summary>What it is called, in any language.</summary>
    public string Called => Date is { } date ? string.Create(CultureInfo.InvariantCulture, $"{Number}, {date:dd/MM/yyyy}") : Number;

    /// <summary>The newest published state from which a programme's phase starts, if it is older than an instant's day; null when there is none.</summary>
    public static LastLetter? Baseline(Programme programme, Phase phase, DateTimeOffset before) =>
        programme.Baselines.Where(b => b.Phases.Contains(phase.Key) && HanoiTime.DayOf(b.At) < HanoiTime.DayOf(before)).MaxBy(b => b.At) is { } baseline
            ? new(HanoiTime.EndOf(HanoiTime.DayOf(baseline.At)), null, programme.Documents.First(d => d.Key == baseline.Source).Number)
            : null;

    /// <summary>Whichever tells the newer state. Of the same instant the issued one counts: it was there later.</summary>
    public static LastLetter? Newer(LastLetter? baseline, LastLetter? issued) => baseline is null || issued?.AsOf >= baseline.AsOf ? issued ?? baseline : baseline;
}
