using System.Globalization;
using Rollout.Core.Measures;
using Rollout.Core.Wording;

namespace Rollout.Documents.Reading;

/// <summary>
/// Reads a table of figures out of a file that somebody filled in: xlsx or csv, told by content rather than by name. Numbers of a workbook come as
/// numbers, so that nobody has to guess what a point means in them.
/// </summary>
public static class FigureFiles
{
    /// <summary>The kinds that are read, as a file input names them.</summary>
    public const string AcceptList = ".xlsx,.csv";

    // Titles that somebody has put above the heading.
    private const int MostAbove = 20;
    private const double MostRead = 1e18;

    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <returns>The lines of the table in which something stands, the heading first.</returns>
    public static (IReadOnlyList<TypedLine>? Lines, Message? Refusal) Read(byte[] content) => BroughtFile.Read<IReadOnlyList<TypedLine>>(
        content, Text, (package, main) => main.Kind == OfficeKind.Sheets ? (Book(package, main.Part), null) : (null, Message.Of("sheet.kind")));

    /// <summary>Text is read by the separator that gives its heading the most columns.</summary>
    private static List<TypedLine> Text(string text)
    {
        var tables = CsvTables.Tables(text).Select(t => Filled(t.Rows.Select(r => new TypedLine(r.Line, [.. r.Cells.Select(c => new TypedCell(c))])))).ToList();
        return (tables.Select(FromHead).OfType<List<TypedLine>>().ToList() is { Count: > 0 } headed ? headed : tables).MaxBy(t => t.FirstOrDefault()?.Cells.Length) ?? [];
    }

    /// <summary>A workbook may explain itself on other sheets.</summary>
    private static List<TypedLine> Book(OfficePackage package, string part)
    {
        var percents = XlsxPercents.Of(package, part);
        var sheets = XlsxTables.Lines(package, part).Select(sheet => Filled(sheet.Select(l => new TypedLine(l.Line, [.. l.Cells.Select(c => Cell(c, percents.Contains(c.Style)))])))).ToList();
        return sheets.Select(FromHead).FirstOrDefault(s => s is not null) ?? sheets.Find(s => s.Count > 0) ?? [];
    }

    private static List<TypedLine> Filled(IEnumerable<TypedLine> lines) => [.. lines.Where(l => l.Cells.Any(c => c.Text.Trim().Length > 0))];

    /// <summary>The lines from the heading on; null where none begins as one of figures does.</summary>
    private static List<TypedLine>? FromHead(List<TypedLine> lines) => lines.FindIndex(0, Math.Min(lines.Count, MostAbove), SheetHead.Is) is >= 0 and var head ? lines[head..] : null;

    private static TypedCell Cell(XlsxCell cell, bool percent)
    {
        if (!double.TryParse(cell.Kept, NumberStyles.Float, CultureInfo.InvariantCulture, out var kept) || Math.Abs(kept) > MostRead) return new(cell.Text);
        // A workbook keeps 44.47 as 44.469999999999999; what was typed is what fifteen digits say.
        var number = (decimal)kept * (percent ? 100 : 1);
        return new(percent ? $"{ExactNumber.Of(number)}%" : ExactNumber.Of(number), number);
    }
}
