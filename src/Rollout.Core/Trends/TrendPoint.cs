using System.Collections.Immutable;
using Rollout.Core.Boards;

namespace Rollout.Core.Trends;

/// <summary>Where the country stood at the end of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Systems">Counts by system, in the programme's order.</param>
/// <param name="StepsDone">Cells done in the phase, of those that concern their participant.</param>
public sealed record TrendPoint(DateOnly Day, ImmutableArray<SystemCount> Systems, int StepsDone)
{
    /// <summary>The point of a day as a board has it.</summary>
    /// <param name="board">The board.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="day">The day.</param>
    /// <param name="asOf">The instant of the board: the end of the day, or earlier when it is not over.</param>
    public static TrendPoint Of(Board board, string phase, DateOnly day, DateTimeOffset asOf) => new(
        day, [.. board.Programme.Systems.Select(s => SystemCount.Of(board, s.Key, phase, asOf))], board.Rows.Sum(row => row.DoneOf(phase)));
}
