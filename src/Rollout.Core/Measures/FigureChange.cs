using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Measures;

/// <summary>A figure that one board has otherwise than another.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Measure">Of which measure.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Before">The figure on the earlier board; null where there was none.</param>
/// <param name="After">The figure on the later one; null where there is none any more.</param>
public sealed record FigureChange(Participant Participant, MeasureDefinition Measure, FigurePeriod Period, decimal? Before, decimal? After)
{
    /// <summary>Whether it went the way the measure should go; null where there is nothing to compare.</summary>
    public bool? Improved => Before is { } before && After is { } after ? Measure.Better == BetterWhen.Lower ? after < before : after > before : null;

    /// <summary>
    /// What differs between two boards of a programme, in the order of its measures, then of its participants, then of periods. A new period is
    /// a figure that was not there before: how a participant goes from one period to the next is told by <see cref="FigureSeries"/>.
    /// </summary>
    /// <param name="before">The earlier board.</param>
    /// <param name="after">The later board.</param>
    public static ImmutableArray<FigureChange> Between(Board before, Board after) =>
    [
        .. from measure in after.Programme.Measures
           from row in after.Rows
           let then = before.Participants.Find(row.Participant.Id) is null ? null : before[row.Participant.Id].Measured
           let now = row.Measured
           where !ReferenceEquals(then, now)
           from period in (then?.Of(measure.Key).Keys ?? []).Union(now.Of(measure.Key).Keys).Order(FigurePeriod.Order)
           let change = new FigureChange(row.Participant, measure, period, then?.Find(measure.Key, period)?.Value, now.Find(measure.Key, period)?.Value)
           where change.Before != change.After
           select change,
    ];
}
