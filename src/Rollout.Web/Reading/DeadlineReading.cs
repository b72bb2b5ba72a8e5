using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Deadlines;
using Rollout.Core.Programmes;

namespace Rollout.Web.Reading;

/// <summary>What is overdue and soon due; read once for a board and a day, however many look.</summary>
public sealed class DeadlineReading(WorkingDays days)
{
    private readonly ConditionalWeakTable<Board, ConcurrentDictionary<(string? Phase, DateOnly Day), DueReading>> _read = [];

    /// <summary>Reads a view's phase; null where the programme knows no deadline at all, so that nothing is said of any.</summary>
    public DueReading? Of(BoardView view) => Of(view.Board, view.AsOf, view.Phase.Key);

    /// <summary>Reads a board, one phase of it or all.</summary>
    public DueReading? Of(Board board, DateTimeOffset asOf, string? phase) => Declares(board.Programme)
        ? _read.GetOrCreateValue(board).GetOrAdd((phase, HanoiTime.DayOf(asOf)), _ => DueReading.Of(board, asOf, days, phase))
        : null;

    private static bool Declares(Programme programme) =>
        programme.Organisations.Any(o => o.ConfirmWithin is not null) || programme.Phases.Any(p => programme.Steps.Any(s => programme.DeadlineOf(p.Key, s) is not null));
}
