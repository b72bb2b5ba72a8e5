using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Measures;

/// <summary>
/// Everybody's figure of one measure and one period, in order. Who has no figure stands apart and has no place: no figure is neither zero nor
/// the best nor the worst.
/// </summary>
/// <param name="Measure">The measure.</param>
/// <param name="Period">The period; null while nobody has a figure of any.</param>
/// <param name="Ranked">Those with a figure, in order; within equal figures in official order.</param>
/// <param name="Without">Those without one, in official order.</param>
public sealed record Ranking(MeasureDefinition Measure, FigurePeriod? Period, ImmutableArray<RankedFigure> Ranked, ImmutableArray<Participant> Without)
{
    /// <summary>Ranks a board.</summary>
    /// <param name="board">The board as of the instant that is looked at.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="period">The period; null for the latest of which anybody has a figure.</param>
    /// <param name="order">From which end.</param>
    public static Ranking Of(Board board, MeasureDefinition measure, FigurePeriod? period = null, RankOrder order = RankOrder.BestFirst)
    {
        if ((period ?? board.LatestPeriodOf(measure.Key)) is not { } of) return new(measure, null, [], board.Participants.All);
        var said = board.Rows.Select(r => (r.Participant, Fact: r.Measured.Find(measure.Key, of))).ToList();
        var lowestFirst = (measure.Better == BetterWhen.Lower) == (order == RankOrder.BestFirst);
        // Ordering leaves equal figures as they stand on the board, in official order.
        var ranked = said.Where(s => s.Fact?.Value is not null).OrderBy(s => lowestFirst ? s.Fact!.Value : -s.Fact!.Value).ToList();
        var places = ImmutableArray.CreateBuilder<RankedFigure>(ranked.Count);
        foreach (var (index, (participant, fact)) in ranked.Index())
            places.Add(new(index > 0 && places[^1].Value == fact!.Value ? places[^1].Rank : index + 1, participant, fact!.Value!.Value, fact));
        return new(measure, of, places.ToImmutable(), [.. said.Where(s => s.Fact?.Value is null).Select(s => s.Participant)]);
    }

    /// <summary>Those above a threshold ("trên 20 %"), in the order of the ranking; exactly at it is not above.</summary>
    public IEnumerable<RankedFigure> Above(decimal threshold) => Ranked.Where(r => r.Value > threshold);

    /// <summary>
    /// The total over participants, and how many it counts; null where a total of this measure means nothing. While somebody is missing it is
    /// the total of those who are not.
    /// </summary>
    public MeasureTotal? Total => Measure.Sums ? new(Ranked.IsEmpty ? null : Ranked.Sum(r => r.Value), Ranked.Length, Without.Length) : null;
}
