using System.Collections.Immutable;
using DocumentFormat.OpenXml.Spreadsheet;
using Rollout.Core.Reports;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Sheets;

/// <summary>Fills a sheet's rows from top to bottom.</summary>
internal sealed class SheetRows(SheetPlan plan, SharedStrings strings, Action<Row> put)
{
    // Lines of 14 pt and of 12 pt type, in points, and the highest row that Excel knows.
    private const double LineHeight = 18.75;
    private const double TableLineHeight = 15.75;
    private const double Highest = 409;

    /// <summary>The paragraphs' cells, each as wide as the table.</summary>
    public List<string> Merged { get; } = [];

    /// <summary>Number of the last row.</summary>
    public uint Last { get; private set; }

    /// <summary>Height of the paragraphs so far, in points.</summary>
    public double ParagraphHeight { get; private set; }

    private int Columns => plan.Widths.Length;

    /// <summary>Reference of a cell.</summary>
    public static string At(int column, uint row)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
            letters = (char)('A' + (rest % 26)) + letters;
        return $"{letters}{row}";
    }

    /// <summary>A paragraph across all columns.</summary>
    public void Add(ReportBlock.Paragraph paragraph)
    {
        // Excel does not measure merged cells, so the height is guessed; 12 pt is the unit of width, the paragraph may be larger and bold.
        var height = Math.Min(Highest, LineHeight * RowFlow.Lines(paragraph.Text, plan.Widths.Sum() * 7 / 8));
        ParagraphHeight += height;
        var row = Next();
        row.Height = height;
        row.CustomHeight = true;
        row.Append(strings.Cell(At(0, Last), paragraph.Text, StyleOf(paragraph.Style)));
        put(row);
        if (Columns > 1) Merged.Add($"{At(0, Last)}:{At(Columns - 1, Last)}");
    }

    /// <summary>An empty row between paragraphs and table.</summary>
    public void AddGap() => put(Next());

    /// <summary>The head of the table.</summary>
    public void AddHead(IReadOnlyList<string> headings)
    {
        var row = Next();
        row.Height = HeightOf(headings);
        row.Append(headings.Select((h, i) => strings.Cell(At(i, Last), h, plan.IsRecords ? SheetStyle.RecordHead : SheetStyle.Head)));
        put(row);
    }

    /// <summary>A row of the table.</summary>
    public void Add(ImmutableArray<ReportCell> cells, ImmutableArray<ReportColumn> columns)
    {
        var row = Next();
        row.Height = HeightOf(cells.Select(c => c.Text));
        row.Append(cells.Select((cell, i) => Cell(At(i, Last), cell, columns[i].Centred)));
        put(row);
    }

    // A first guess, not marked as custom: a program that measures for itself may do better.
    private double HeightOf(IEnumerable<string> texts)
    {
        var lines = texts.Zip(plan.Widths, RowFlow.Lines).DefaultIfEmpty(1).Max();
        return Math.Min(Highest, (lines * TableLineHeight) + (plan.IsRecords ? 0 : 4));
    }

    private Cell Cell(string reference, ReportCell cell, bool centred) => cell.Number is { } number
        ? new()
        {
            CellReference = reference,
            StyleIndex = (uint)(plan.IsRecords ? SheetStyle.RecordNumber : centred ? SheetStyle.CentredNumber : SheetStyle.Number),
            CellValue = new(number),
        }
        : strings.Cell(reference, cell.Text, plan.IsRecords ? SheetStyle.RecordText : centred ? SheetStyle.CentredText : SheetStyle.Text);

    private Row Next() => new() { RowIndex = ++Last };

    private static SheetStyle StyleOf(ReportStyle style) => style switch
    {
        ReportStyle.AppendixName or ReportStyle.Motto or ReportStyle.SideName or ReportStyle.SideAgency or ReportStyle.SideMotto => SheetStyle.AppendixName,
        ReportStyle.Title => SheetStyle.Title,
        ReportStyle.IssuedWith or ReportStyle.SideDate or ReportStyle.SideText or ReportStyle.Caption => SheetStyle.IssuedWith,
        ReportStyle.Heading => SheetStyle.Heading,
        _ => SheetStyle.Body,
    };
}
