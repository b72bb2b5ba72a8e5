using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Measures;

/// <summary>
/// What a table of figures would do to a board: a row for each participant, a column for each measure and period. Decided like single figures,
/// written nowhere, every bad cell named with its line and column. With any of them nothing should be written.
/// </summary>
/// <param name="Head">Its columns.</param>
/// <param name="Figures">The cells that state a figure, in the order of the lines.</param>
/// <param name="Blank">How many cells of figures state none: they take none back.</param>
/// <param name="Mistakes">The bad cells, in their order.</param>
public sealed record FigureSheet(SheetHead Head, ImmutableArray<SheetFigure> Figures, int Blank, ImmutableArray<SheetMistake> Mistakes)
{
    /// <summary>Lines that a table may have.</summary>
    public const int MostLines = 20_000;

    /// <summary>What is to be written, when no cell is bad.</summary>
    public IEnumerable<StepCommand.StateFigure> Commands => Mistakes.IsEmpty ? Figures.Select(f => f.Planned.Command).OfType<StepCommand.StateFigure>() : [];

    /// <summary>Plans a table.</summary>
    /// <param name="board">The board as it is now.</param>
    /// <param name="lines">The lines, the heading first; empty ones left out.</param>
    /// <param name="actor">Who acts towards a participant.</param>
    /// <param name="now">The present.</param>
    public static FigureSheet Of(Board board, IReadOnlyList<TypedLine> lines, Func<Participant, Actor> actor, DateTimeOffset now)
    {
        var mistakes = new HashSet<SheetMistake>();
        var nothing = new SheetHead(-1, -1, -1, []);
        if (lines.Count < 2) return new(nothing, [], 0, [new(1, 1, "", Message.Of("sheet.empty", SheetHead.CodeWord, SheetHead.NameWord, SheetHead.Expected(board.Programme)))]);
        var below = lines.Skip(1).ToList();
        var head = SheetHead.Read(board.Programme, lines[0], below, Wrong);
        if (below.Count > MostLines) Wrong(lines[MostLines], 0, Message.Of("sheet.lines", $"{MostLines}"));
        // A heading that is not understood may be the one that says whose the figures are.
        if (mistakes.Count == 0 && head.Figures.IsEmpty) Wrong(lines[0], lines[0].Cells.Length - 1, Message.Of("sheet.headFigures", SheetHead.Expected(board.Programme)));
        if (head is { Code: < 0, Name: < 0 } || below.Count > MostLines) return new(head, [], 0, Sorted());
        var (figures, blank, byLine) = (new List<SheetFigure>(), 0, below.ToDictionary(l => l.Line));
        foreach (var column in head.Figures)
        {
            var plan = FigurePlan.Of(board, column.Measure, column.Period, below.Select(l => Cells(board, head, column, l)), actor, now);
            foreach (var mistake in plan.Mistakes) Wrong(byLine[mistake.Row], Place(head, column, mistake.Column), mistake.Message);
            figures.AddRange(plan.Figures.Select(f => new SheetFigure(column, f)));
            blank += plan.Blank;
        }
        return new(head, [.. figures.OrderBy(f => f.Planned.Row).ThenBy(f => f.Column.Index)], blank, Sorted());

        void Wrong(TypedLine line, int column, Message message) => mistakes.Add(new(line.Line, column + 1, line.At(column).Text.Trim(), message));

        ImmutableArray<SheetMistake> Sorted() => [.. mistakes.OrderBy(m => m.Line).ThenBy(m => m.Column)];
    }

    private static FigureCells Cells(Board board, SheetHead head, SheetColumn column, TypedLine line)
    {
        var value = line.At(column.Index);
        return new(line.Line, Code(board, line.At(head.Code).Text.Trim()), line.At(head.Name).Text, value.Text, line.At(head.Note).Text) { Number = value.Number };
    }

    /// <summary>A code whose leading noughts a spreadsheet has taken for those of a number.</summary>
    private static string Code(Board board, string typed)
    {
        if (typed.Length == 0 || board.Participants.Find(typed) is not null || !typed.All(char.IsAsciiDigit)) return typed;
        var like = board.Participants.All.Where(p => p.Code.TrimStart('0') == typed.TrimStart('0')).Take(2).ToList();
        return like is [var only] ? only.Code : typed;
    }

    /// <summary>Where a person finds what is wrong: in the column that says it, or in that of the figure where there is no such column.</summary>
    private static int Place(SheetHead head, SheetColumn column, FigureColumn wrong) => wrong switch
    {
        FigureColumn.Code => head.Code >= 0 ? head.Code : head.Name,
        FigureColumn.Name => head.Name,
        FigureColumn.Note when head.Note >= 0 => head.Note,
        _ => column.Index,
    };
}
