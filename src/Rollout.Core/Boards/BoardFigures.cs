using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;

namespace Rollout.Core.Boards;

/// <summary>The figures of a board, measure by measure: honest as of the instant of the board, where a figure that was withdrawn is none.</summary>
public static class BoardFigures
{
    /// <summary>The periods of which anybody has a figure, in their order; the last one is the latest.</summary>
    /// <param name="board">The board.</param>
    /// <param name="measure">Key of the measure.</param>
    public static ImmutableArray<FigurePeriod> PeriodsOf(this Board board, string measure) =>
    [
        .. board.Rows.SelectMany(r => r.Measured.Of(measure)).Where(f => f.Value.Value is not null).Select(f => f.Key).Distinct().Order(FigurePeriod.Order),
    ];

    /// <summary>The latest period of which anybody has a figure; null while nobody has one.</summary>
    public static FigurePeriod? LatestPeriodOf(this Board board, string measure) => board.PeriodsOf(measure) is [.., var latest] ? latest : null;

    /// <summary>The figure of a participant of the board; null when it has none, which is not zero.</summary>
    public static decimal? ValueOf(this Board board, ParticipantId participant, string measure, FigurePeriod period) =>
        board[participant].Measured.Find(measure, period)?.Value;
}
