using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;

namespace Rollout.Core.Trends;

/// <summary>Where a region stands. Regions share no participant and together are all of them.</summary>
/// <param name="Region">The region; empty for those that are counted in none.</param>
/// <param name="Participants">How many participants it has.</param>
/// <param name="Systems">Counts by system, in the programme's order.</param>
/// <param name="StepsDone">Cells done in the phase, of those that concern their participant.</param>
/// <param name="Steps">Cells of the phase that concern their participant.</param>
public sealed record RegionCount(string Region, int Participants, ImmutableArray<SystemCount> Systems, int StepsDone, int Steps)
{
    /// <summary>Counts every region of a board, by the alphabet, marks aside.</summary>
    public static ImmutableArray<RegionCount> Of(Board board, string phase, DateTimeOffset asOf) =>
    [
        .. board.Rows.GroupBy(r => r.Participant.Region).OrderBy(g => g.Key, NameOrder.Instance).Select(g => new RegionCount(
            g.Key, g.Count(), [.. board.Programme.Systems.Select(s => SystemCount.Of(board.Programme, g, s.Key, phase, asOf))], g.Sum(r => r.DoneOf(phase)),
            g.Sum(r => r.StepsOf(phase)))),
    ];
}
