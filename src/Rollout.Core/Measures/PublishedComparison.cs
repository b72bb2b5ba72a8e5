using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Measures;

/// <summary>
/// What a document says of the whole beside what is counted here. Neither is ever put in the other's place: where they differ, both are shown.
/// To judge a document, give the board as of its own date; a later board differs because time went on.
/// </summary>
/// <param name="Figure">What the document says.</param>
/// <param name="Counted">What is counted here; null where nothing stands beside it, or where nothing is known yet, which is not zero.</param>
/// <param name="Missing">Of how many participants nothing is known, who therefore are not counted.</param>
public sealed record PublishedComparison(PublishedFigure Figure, decimal? Counted, int Missing)
{
    /// <summary>
    /// Whether what is counted contradicts the document: another number, or fewer where it says "hơn". Nothing counted contradicts nothing; that
    /// somebody is missing may explain a difference and does not hide it.
    /// </summary>
    public bool Differs => Counted is { } counted && (Figure.OrMore ? counted < Figure.Value : counted != Figure.Value);

    /// <summary>Every published figure that a reading knows of: one whose date had not begun is not told.</summary>
    /// <param name="board">The board as of the instant.</param>
    /// <param name="phase">Key of the phase in which lists and steps are counted.</param>
    /// <param name="asOf">The instant.</param>
    public static ImmutableArray<PublishedComparison> All(Board board, string phase, DateTimeOffset asOf)
    {
        var lists = new Lazy<StatusLists>(() => StatusLists.Of(board, phase, asOf));
        return [.. board.Programme.PublishedFigures.Where(f => f.AsOf.First <= HanoiTime.DayOf(asOf)).Select(f => Of(board, f, phase, asOf, lists))];
    }

    /// <summary>One published figure beside what is counted.</summary>
    public static PublishedComparison Of(Board board, PublishedFigure figure, string phase, DateTimeOffset asOf) =>
        Of(board, figure, phase, asOf, new(() => StatusLists.Of(board, phase, asOf)));

    private static PublishedComparison Of(Board board, PublishedFigure figure, string phase, DateTimeOffset asOf, Lazy<StatusLists> lists)
    {
        switch (figure.Beside)
        {
            case BesideCount.InList list:
                // Of others something else may be unknown; what counts is whether this list's own rule was known of anybody.
                var named = lists.Value.Lists.Single(l => l.Definition.Number == list.Number);
                return new(figure, named.NothingKnown ? null : named.Count, lists.Value.Unknown.Length);
            case BesideCount.AtStep at:
                var known = board.Rows.Where(r => r.Applies(phase, board.Programme.FindStep(at.Step)!) && r.Knows(phase, at.Step, asOf)).ToList();
                var status = Words.Read<StepStatus>(at.Status);
                return Known(figure, known.Count(r => Is(r[phase, at.Step], status)), board.Rows.Count - known.Count, board);
            case BesideCount.OfMeasure of when board.Programme.FindMeasure(of.Measure) is { } measure && Ranking.Of(board, measure).Total is { } total:
                return new(figure, total.Sum, total.Missing);
            default:
                return new(figure, null, 0);
        }
    }

    private static PublishedComparison Known(PublishedFigure figure, int counted, int missing, Board board) =>
        new(figure, missing < board.Rows.Count ? counted : null, missing);

    private static bool Is(StepState cell, StepStatus status) => (status == StepStatus.Blocked ? cell.Status : cell.CountsAs) == status;
}
