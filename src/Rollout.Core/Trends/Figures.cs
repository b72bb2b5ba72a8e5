using System.Collections.Immutable;
using Rollout.Core.Boards;

namespace Rollout.Core.Trends;

/// <summary>The figures of a phase as of an instant ("số liệu").</summary>
/// <param name="Trend">Where everybody stood, a point a day; the last one is the board's.</param>
/// <param name="Estimates">By system, when it would be completed at the present pace; null where nothing can be said.</param>
/// <param name="Regions">Where each region stands.</param>
/// <param name="Durations">How long each step takes.</param>
/// <param name="Waits">Whom the open steps wait on.</param>
/// <param name="Yardstick">Who had every step done first; null while nobody has.</param>
public sealed record Figures(
    ImmutableArray<TrendPoint> Trend, ImmutableArray<Estimate?> Estimates, ImmutableArray<RegionCount> Regions, ImmutableArray<StepDuration> Durations, OpenWaits Waits, Timeline? Yardstick)
{
    /// <summary>Puts together what was folded from the ledger and what is read off the board.</summary>
    /// <param name="board">The board.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="trend">The points up to that day, the last one the board's.</param>
    /// <param name="durations">The durations, folded up to that day.</param>
    public static Figures Of(Board board, string phase, DateTimeOffset asOf, ImmutableArray<TrendPoint> trend, ImmutableArray<StepDuration> durations)
    {
        var systems = board.Programme.Systems;
        return new(
            trend, [.. systems.Select((_, i) => Estimate.Of(trend, i))], RegionCount.Of(board, phase, asOf), durations, OpenWaits.Of(board, phase, asOf), Timeline.Yardstick(board, phase));
    }
}
