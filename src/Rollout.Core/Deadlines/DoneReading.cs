using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;

namespace Rollout.Core.Deadlines;

/// <summary>Who was in time and who was late, of what is done.</summary>
public static class DoneReading
{
    /// <summary>Every step of a phase that had a deadline and is done, in the order of the board.</summary>
    /// <param name="board">The board.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="reports">When the steps were reported: nobody answers for the time that others took to confirm.</param>
    public static ImmutableArray<DoneItem> Of(Board board, string phase, WorkingDays days, ReportDays reports)
    {
        var programme = board.Programme;
        var terms = new CellTerms(programme, days);
        var index = programme.PhaseIndex(phase);
        var items = ImmutableArray.CreateBuilder<DoneItem>();
        foreach (var row in board.Rows)
            for (var s = 0; s < programme.Steps.Length; s++)
            {
                var at = (index * programme.Steps.Length) + s;
                var cell = row.Cells[at];
                var step = programme.Steps[s];
                if (cell.Status != StepStatus.Done || terms.LastDay(at) is not { } last || !row.Applies(phase, step)) continue;
                var (state, late, on) = Judge(cell, reports[new(row.Participant.Id, phase, step.Key)], last, days);
                items.Add(new(state, late, on, last, terms.Deadline(at)!, row.Participant, programme.Phases[index], step, cell));
            }
        return items.ToImmutable();
    }

    /// <summary>Whether what is reported or done was so by a last day, how many working days it was late, and the day that counts.</summary>
    internal static (DoneState State, int Days, DateOnly On) Judge(StepState cell, DateTimeOffset? reported, DateOnly last, WorkingDays days)
    {
        var (earliest, latest) = reported is { } at && cell.Basis != Basis.Baseline
            ? (HanoiTime.DayOf(at), HanoiTime.DayOf(at))
            : (DatedCell.EarliestDay(cell), DatedCell.LatestDay(cell));
        if (latest <= last) return (DoneState.InTime, 0, latest);
        // A published state says what was so when it was published, not since when.
        if (cell.Basis == Basis.Baseline || earliest <= last) return (DoneState.NotDated, 0, latest);
        return (DoneState.Late, days.Between(last, days.RollForward(earliest)), earliest);
    }
}
