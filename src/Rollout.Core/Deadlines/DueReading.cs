using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Deadlines;

/// <summary>What is overdue and soon due on a board at an instant.</summary>
/// <param name="Today">The day of the instant.</param>
/// <param name="Items">The overdue, then the soon due: the earliest last day first, then phase by phase in the order of the board.</param>
/// <param name="UnknownOf">Of whom how many steps would be overdue or soon due, were anything known of them: nobody is charged with what no source tells.</param>
/// <param name="Next">The nearest last day that has not ended and that an open step still has before it; null when there is none.</param>
/// <param name="MissingYears">Years that were counted in though the calendar knows only their weekends: there the numbers may be some days off.</param>
public sealed record DueReading(DateOnly Today, ImmutableArray<DueItem> Items, FrozenDictionary<ParticipantId, int> UnknownOf, DateOnly? Next, ImmutableArray<int> MissingYears)
{
    /// <summary>How many steps of all would be overdue or soon due, were anything known of them.</summary>
    public int Unknown { get; } = UnknownOf.Values.Sum();

    /// <summary>Reads a board that is folded up to an instant.</summary>
    /// <param name="board">The board.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="phase">Key of the one phase to read, or null for all.</param>
    public static DueReading Of(Board board, DateTimeOffset asOf, WorkingDays days, string? phase = null)
    {
        var programme = board.Programme;
        var terms = new CellTerms(programme, days);
        var found = new DueFinds(HanoiTime.DayOf(asOf), days, programme.SoonWithin);
        if (terms.Any)
            for (var p = 0; p < programme.Phases.Length; p++)
                if (phase is null || programme.Phases[p].Key == phase)
                    foreach (var row in board.Rows) Read(row, p);
        return found.Reading();

        void Read(ParticipantProgress row, int p)
        {
            var at = p * programme.Steps.Length;
            var known = row.KnowsPhase(programme.Phases[p].Key, asOf);
            for (var s = 0; s < programme.Steps.Length; s++)
            {
                var cell = row.Cells[at + s];
                if (cell.Status == StepStatus.Done || !row.Applies(programme.Phases[p].Key, programme.Steps[s])) continue;
                var due = new DueCell(row.Participant, programme.Phases[p], programme.Steps[s], cell);
                if (!known && !cell.HasEntries) found.AddUnknown(terms.LastDay(at + s), row.Participant.Id);
                else if (cell.Status == StepStatus.Reported && !Inbox.ProbeSettles(due.Step, cell)) ReadReport(due, at + s);
                else if (terms.LastDay(at + s) is { } day && found.InView(day)) found.Add(DueKind.Step, day, terms.Deadline(at + s), due, terms.MustAct(due.Step, cell));
            }
        }

        // Who has reported waits for others: an agency answers for its own term, and without one for the step's deadline.
        void ReadReport(DueCell due, int index)
        {
            var agencies = Attention.WaitsOn(due.Step, due.Cell);
            for (var a = 0; a < agencies.Length; a++)
            {
                var within = terms.ConfirmWithin(agencies[a]);
                if (terms.FirstWith(within, agencies) != a) continue;
                var day = within is { } n ? terms.ConfirmBy(DatedCell.LatestDay(due.Cell), n) : terms.LastDay(index);
                if (day is { } last && found.InView(last))
                {
                    var (kind, deadline) = within is null ? (DueKind.Step, terms.Deadline(index)) : (DueKind.Confirmation, null);
                    found.Add(kind, last, deadline, due, terms.AllWith(within, agencies));
                }
            }
        }
    }

    /// <summary>What of it waits on those in whose name somebody looks.</summary>
    public IEnumerable<DueItem> For(Mandate mandate, Programmes.Programme programme) => Items.Where(i => i.WaitsFor(mandate, programme));
}
