using System.Collections.Immutable;
using Rollout.Core.Reports;

namespace Rollout.Documents.Strings;

/// <summary>Guesses how texts run, where only the reader's program will know.</summary>
internal static class RowFlow
{
    // 13 pt Times New Roman sets about 80 characters on the 165 mm between the margins.
    private const int CharactersAcross = 80;

    // About a third of a page: moving more than that to the next page would leave a hole that looks like the end.
    private const int LinesKeptTogether = 16;

    /// <summary>Whether a row is short enough to be kept on one page.</summary>
    public static bool StaysWhole(ReportBlock.Table table, ImmutableArray<ReportCell> row)
    {
        var widths = ColumnShares.Of(table.Columns, CharactersAcross);
        return row.Zip(widths, (cell, width) => Lines(cell.Text, width)).DefaultIfEmpty().Max() <= LinesKeptTogether;
    }

    /// <summary>About how many lines a text takes in a width of so many characters.</summary>
    public static int Lines(string text, int width) =>
        PrintText.Lines(text).Sum(line => Math.Max(1, (line.Length + width - 1) / Math.Max(width, 1)));
}
