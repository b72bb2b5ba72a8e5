using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Measures;

/// <summary>
/// The first line of a table of figures: <c>code</c>, <c>name</c>, <c>note</c>, and a column <c>MEASURE FROM..TO</c> for each measure and period
/// that is told. A heading that is none of these is a mistake, never passed over: what stands below it was meant to be read.
/// </summary>
/// <param name="Code">The column of the participants' codes; -1 where there is none.</param>
/// <param name="Name">The column of their names; -1 where there is none.</param>
/// <param name="Note">The column of what is written with the figures; -1 where there is none.</param>
/// <param name="Figures">The columns of figures.</param>
public sealed record SheetHead(int Code, int Name, int Note, ImmutableArray<SheetColumn> Figures)
{
    /// <summary>The heading of the codes.</summary>
    public const string CodeWord = "code";

    /// <summary>The heading of the names.</summary>
    public const string NameWord = "name";

    /// <summary>The heading of the notes.</summary>
    public const string NoteWord = "note";

    /// <summary>Columns that a table may have.</summary>
    public const int MostColumns = 63;

    /// <summary>Whether a line may be the head of a table of figures.</summary>
    public static bool Is(TypedLine line) => line.Cells.Any(c => IsWord(c, CodeWord) || IsWord(c, NameWord));

    /// <summary>Reads a head.</summary>
    /// <param name="programme">Whose measures.</param>
    /// <param name="line">The line.</param>
    /// <param name="below">The lines below it: a column without a heading in which something stands is a mistake.</param>
    /// <param name="wrong">Notes a mistake.</param>
    internal static SheetHead Read(Programme programme, TypedLine line, IReadOnlyCollection<TypedLine> below, Action<TypedLine, int, Message> wrong)
    {
        var (code, name, note) = (-1, -1, -1);
        var figures = ImmutableArray.CreateBuilder<SheetColumn>();
        for (var i = 0; i < line.Cells.Length; i++)
        {
            if (line.At(i).Text.Trim().Length == 0)
            {
                if (below.Any(l => l.At(i).Text.Trim().Length > 0)) wrong(line, i, Message.Of("sheet.headEmpty", Expected(programme)));
            }
            else if (IsWord(line.At(i), CodeWord)) Take(ref code, i);
            else if (IsWord(line.At(i), NameWord)) Take(ref name, i);
            else if (IsWord(line.At(i), NoteWord)) Take(ref note, i);
            else if (Column(programme, line, i, wrong) is { } column)
            {
                if (figures.Any(f => f.Measure == column.Measure && f.Period == column.Period)) wrong(line, i, Message.Of("sheet.headTwice", column.Heading));
                else figures.Add(column);
            }
        }
        if (code < 0 && name < 0) wrong(line, 0, Message.Of("sheet.headNobody", CodeWord, NameWord));
        if (line.Cells.Length > MostColumns) wrong(line, MostColumns, Message.Of("sheet.columns", $"{MostColumns}"));
        return new(code, name, note, figures.ToImmutable());

        void Take(ref int place, int index)
        {
            if (place >= 0) wrong(line, index, Message.Of("sheet.headTwice", line.At(index).Text.Trim()));
            else place = index;
        }
    }

    /// <summary>What a heading of figures would be.</summary>
    internal static string Expected(Programme programme) => string.Join(", ", programme.Measures.Select(m => $"{m.Key} 2025-07-01..2025-09-30"));

    private static bool IsWord(TypedCell cell, string word) => cell.Text.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    private static SheetColumn? Column(Programme programme, TypedLine line, int index, Action<TypedLine, int, Message> wrong)
    {
        var words = line.At(index).Text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var measure = programme.FindMeasure(words[0]);
        if (measure is null) wrong(line, index, Message.Of("sheet.head", CodeWord, NameWord, NoteWord, Expected(programme)));
        else if (FigurePeriod.Parse(words is [_, var period] ? period : null) is { } days) return new(index, measure, days);
        else wrong(line, index, Message.Of("sheet.headPeriod", $"{measure.Key} 2025-07-01..2025-09-30", $"{measure.Key} 2025-09"));
        return null;
    }
}
