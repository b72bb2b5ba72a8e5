using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;

namespace Rollout.Web.Reading;

/// <summary>Who reaches a measure's target in time at the present pace, and who will miss it.</summary>
public sealed class PaceReading(WorkingDays days)
{
    /// <summary>The measures of a programme that have a target.</summary>
    public static IEnumerable<MeasureDefinition> Measures(Programme programme) => programme.Measures.Where(FigurePace.HasTarget);

    /// <summary>Everybody's pace, those who will miss it first: the latest day first, then the board's order.</summary>
    public ImmutableArray<FigurePace> Of(BoardView view, MeasureDefinition measure) =>
        [.. FigurePace.Of(view.Board, measure, LastDay(view)).OrderBy(p => p.State).ThenByDescending(p => p.State == PaceState.Late ? p.On : null)];

    /// <summary>The last day of the programme as a whole in the view's phase; null when nothing says.</summary>
    public DateOnly? LastDay(BoardView view) => Deadline(view)?.LastDay(days);

    /// <summary>What says so.</summary>
    public static Deadline? Deadline(BoardView view) => view.Programme.Due.In(view.Phase.Key);
}
