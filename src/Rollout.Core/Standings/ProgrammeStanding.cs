using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Deadlines;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Standings;

/// <summary>How a programme stands in one line, all its phases together: for whoever looks at several at once.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Participants">How many take part.</param>
/// <param name="Done">Cells done, by phase in the programme's order.</param>
/// <param name="Cells">Cells, by phase.</param>
/// <param name="IsKnown">Whether a source or an entry speaks of any cell: before that no count says anything.</param>
/// <param name="Passing">Cells whose probes pass.</param>
/// <param name="Failing">Cells whose probes fail.</param>
/// <param name="Due">What is overdue and due next; null when the programme declares no deadline, and once it is closed, when nobody is late any more.</param>
/// <param name="IsClosed">Whether it is closed on the day that is looked at.</param>
public sealed record ProgrammeStanding(
    Programme Programme, int Participants, ImmutableArray<int> Done, ImmutableArray<int> Cells, bool IsKnown, int Passing, int Failing, DueReading? Due, bool IsClosed)
{
    /// <summary>Cells done in all phases.</summary>
    public int AllDone => Done.Sum();

    /// <summary>Cells of all phases.</summary>
    public int AllCells => Cells.Sum();

    /// <summary>How many things are overdue; null where nothing is ever due.</summary>
    public int? Overdue => Count(DueState.Overdue);

    /// <summary>How many things are soon due; null where nothing is ever due.</summary>
    public int? Soon => Count(DueState.Soon);

    /// <summary>Reads a board that is folded up to an instant.</summary>
    /// <param name="board">The board.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="days">Which days are worked.</param>
    public static ProgrammeStanding Of(Board board, DateTimeOffset asOf, WorkingDays days)
    {
        var programme = board.Programme;
        var steps = programme.Steps.Length;
        var (done, cells) = (new int[programme.Phases.Length], new int[programme.Phases.Length]);
        var (known, passing, failing) = (false, 0, 0);
        foreach (var row in board.Rows)
            for (var p = 0; p < done.Length; p++)
            {
                known = known || row.KnowsPhase(programme.Phases[p].Key, asOf);
                for (var s = 0; s < steps; s++)
                {
                    if (!row.Applies(programme.Phases[p].Key, programme.Steps[s])) continue;
                    var cell = row.Cells[(p * steps) + s];
                    cells[p]++;
                    known |= cell.HasEntries;
                    if (cell.Status == StepStatus.Done) done[p]++;
                    if (cell.Verification == VerificationState.Passing) passing++;
                    if (cell.Verification == VerificationState.Failing) failing++;
                }
            }
        var closed = programme.Closing is { } closing && closing.On <= HanoiTime.DayOf(asOf);
        var due = closed || !new CellTerms(programme, days).Any ? null : DueReading.Of(board, asOf, days);
        return new(programme, board.Rows.Count, [.. done], [.. cells], known, passing, failing, due, closed);
    }

    /// <summary>The same of one participant's row alone.</summary>
    /// <param name="board">The board.</param>
    /// <param name="row">A row of it.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="days">Which days are worked.</param>
    public static ProgrammeStanding Of(Board board, ParticipantProgress row, DateTimeOffset asOf, WorkingDays days) =>
        Of(Board.From(board.Programme, new(row.Participant.Id.Set, [row.Participant]), [row], board.Seq), asOf, days);

    private int? Count(DueState state) => Due?.Items.Count(i => i.State == state);
}
