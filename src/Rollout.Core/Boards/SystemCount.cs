using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>How many participants stand where with a system; the four add up to all whom it concerns.</summary>
/// <param name="System">Key of the system.</param>
/// <param name="Completed">Completed.</param>
/// <param name="InProgress">In progress.</param>
/// <param name="NotStarted">Not started.</param>
/// <param name="Unknown">Nothing known.</param>
public sealed record SystemCount(string System, int Completed, int InProgress, int NotStarted, int Unknown)
{
    /// <summary>Counts a system in a phase of a board.</summary>
    public static SystemCount Of(Board board, string system, string phase, DateTimeOffset asOf) => Of(board.Programme, board.Rows, system, phase, asOf);

    /// <summary>Counts a system in a phase of some rows of a board.</summary>
    public static SystemCount Of(Programme programme, IEnumerable<ParticipantProgress> rows, string system, string phase, DateTimeOffset asOf)
    {
        var (completed, inProgress, notStarted, unknown) = (0, 0, 0, 0);
        foreach (var row in rows)
            switch (Connection.Of(programme, row, system, phase, asOf))
            {
                case ConnectionStatus.Completed: completed++; break;
                case ConnectionStatus.InProgress: inProgress++; break;
                case ConnectionStatus.NotStarted: notStarted++; break;
                default: unknown += Connection.Concerns(programme, row, system, phase) ? 1 : 0; break;
            }
        return new(system, completed, inProgress, notStarted, unknown);
    }
}
