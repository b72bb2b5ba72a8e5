using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Measuring;

/// <summary>
/// The table that people fill in: a row for each participant, a column for each measure and period, and one for what is written with them. What is
/// stated already stands in it, so that bringing it back unchanged changes nothing.
/// </summary>
public static class FigureTemplate
{
    /// <summary>The period that is filled in next where none is asked for: the latest of which anybody has a figure, or else the last whole month.</summary>
    public static FigurePeriod PeriodOf(BoardView view, MeasureDefinition measure)
    {
        var month = HanoiTime.DayOf(view.AsOf);
        var last = new DateOnly(month.Year, month.Month, 1).AddDays(-1);
        return view.Board.LatestPeriodOf(measure.Key) ?? new(new(last.Year, last.Month, 1), last);
    }

    /// <summary>The table.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="view">The board.</param>
    /// <param name="columns">What is filled in.</param>
    /// <param name="participants">Who stands in it.</param>
    public static ReportDocument Of(Texts texts, BoardView view, ImmutableArray<(MeasureDefinition Measure, FigurePeriod Period)> columns, IEnumerable<Participant> participants)
    {
        var title = texts["measures.template.title", Texts.Of(view.Programme.Title)];
        ImmutableArray<string> fields = [SheetHead.CodeWord, SheetHead.NameWord, .. columns.Select(c => SheetColumn.HeadingOf(c.Measure, c.Period)), SheetHead.NoteWord];
        return new(
            title, Texts.Language, view.AsOf, [],
            [
                new(texts["measures.template.sheet"], fields, [.. participants.Select(p => Row(view.Board, columns, p))]),
                new(texts["measures.template.columns"], ["column", "title", "unit", "decimals", "period"], [.. columns.Select(Explained)]),
            ]);
    }

    private static ImmutableArray<ReportCell> Row(Board board, ImmutableArray<(MeasureDefinition Measure, FigurePeriod Period)> columns, Participant participant) =>
    [
        new(participant.Code), new(participant.Name),
        .. columns.Select(c => board.ValueOf(participant.Id, c.Measure.Key, c.Period) is { } value ? ReportCell.Of(value) : new ReportCell("")),
        new(""),
    ];

    private static ImmutableArray<ReportCell> Explained((MeasureDefinition Measure, FigurePeriod Period) column) =>
    [
        new(SheetColumn.HeadingOf(column.Measure, column.Period)), new(Texts.Of(column.Measure.Title)),
        new(column.Measure.Unit == MeasureUnit.Percent ? "%" : Texts.Of(column.Measure.Things)), ReportCell.Of(column.Measure.Decimals), new($"{column.Period}"),
    ];

    /// <summary>Who stands in the table of somebody: for who acts for some participants those, for everybody else all whose row may be read.</summary>
    public static IEnumerable<Participant> Rows(BoardView view, Mandate? mandate) => mandate is { Kind: ActorKind.Participant } own
        ? view.Board.Participants.All.Where(p => own.IsOf(p.Id))
        : view.Board.Participants.All.Where(p => mandate?.MayRead(view.Programme, p.Id) ?? true);
}
