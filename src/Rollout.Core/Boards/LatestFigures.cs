using Rollout.Core.Calendar;
using Rollout.Core.Participants;

namespace Rollout.Core.Boards;

/// <summary>
/// Everybody's figures of the latest period of each measure, as the rules of lists ask for them: the same period for all, so that nobody is
/// compared with another time. One reading of one board; not for two threads at once.
/// </summary>
/// <param name="board">The board.</param>
public sealed class LatestFigures(Board board)
{
    private readonly Dictionary<string, FigurePeriod?> _periods = new(StringComparer.Ordinal);

    /// <summary>The figure of a participant of the board in the latest period of which anybody has one; null when it has none, which is not zero.</summary>
    /// <param name="participant">Whose.</param>
    /// <param name="measure">Key of the measure.</param>
    public decimal? Of(Participant participant, string measure)
    {
        if (!_periods.TryGetValue(measure, out var period)) _periods[measure] = period = board.LatestPeriodOf(measure);
        return period is { } latest ? board.ValueOf(participant.Id, measure, latest) : null;
    }
}
