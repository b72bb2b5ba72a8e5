using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;

namespace Rollout.Web.Reading;

/// <summary>
/// What documents say of the whole, beside what is counted here. A document is judged by its own day: what is counted at the day that is looked at may
/// differ only because time went on, and both are told.
/// </summary>
public sealed class PublishedReading(BoardReading boards)
{
    /// <summary>The published figures that a view knows of, in the order of the programme.</summary>
    public ImmutableArray<PublishedLine> Of(BoardView view)
    {
        var then = new Dictionary<DateTimeOffset, BoardView>();
        return [.. PublishedComparison.All(view.Board, view.Phase.Key, view.AsOf).Select(now => Line(view, now, then))];
    }

    /// <summary>The key of the measure beside which a published figure stands; null where it stands beside something else.</summary>
    public static string? MeasureOf(PublishedFigure figure) => (figure.Beside as BesideCount.OfMeasure)?.Measure;

    private PublishedLine Line(BoardView view, PublishedComparison now, Dictionary<DateTimeOffset, BoardView> then)
    {
        var at = HanoiTime.EndOf(now.Figure.AsOf.Last);
        if (at >= view.AsOf || now.Figure.Beside is null) return new(now, now, view.AsOf);
        if (!then.TryGetValue(at, out var board))
            then[at] = board = boards.Read(view.Programme.Key, view.Phase.Key, BoardReading.Text(at), view.KnownOn is { } known ? BoardReading.Text(known) : null).View!;
        return new(now, PublishedComparison.Of(board.Board, now.Figure, view.Phase.Key, at), at);
    }
}
