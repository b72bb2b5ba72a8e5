using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Measures;

/// <summary>What the page of a measure shows, read off a board once a change.</summary>
/// <param name="Ranking">Everybody's figure, those without one apart.</param>
/// <param name="Periods">The periods of which anybody has a figure, the latest first.</param>
/// <param name="Published">What documents say of the whole, beside what is counted; what stands beside this measure first.</param>
/// <param name="Before">The earlier reading that it is compared with; null where it is compared with none.</param>
/// <param name="Changes">What differs from it.</param>
public sealed record MeasuresView(
    Ranking Ranking, ImmutableArray<FigurePeriod> Periods, ImmutableArray<PublishedLine> Published, BoardView? Before, ImmutableArray<FigureChange> Changes)
{
    /// <summary>What a bar as long as its cell stands for.</summary>
    public decimal Longest => Ranking.Ranked.Select(r => r.Value).Concat(Ranking.Measure.Thresholds).Append(Ranking.Measure.Target ?? 0).Append(0).Max() is > 0 and var longest ? longest : 1;

    /// <summary>Reads a view.</summary>
    /// <param name="view">The board.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="period">The period; null for the latest.</param>
    /// <param name="order">From which end.</param>
    /// <param name="before">The earlier reading.</param>
    /// <param name="published">What documents say.</param>
    public static MeasuresView Of(BoardView view, MeasureDefinition measure, FigurePeriod? period, RankOrder order, BoardView? before, ImmutableArray<PublishedLine> published) => new(
        Ranking.Of(view.Board, measure, period, order), [.. view.Board.PeriodsOf(measure.Key).Reverse()],
        [.. published.OrderBy(p => PublishedReading.MeasureOf(p.Now.Figure) != measure.Key)], before,
        before is null ? [] : [.. FigureChange.Between(before.Board, view.Board).Where(c => c.Measure == measure)]);
}
