using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Rollout.Core.Reports;

namespace Rollout.Documents.Sheets;

/// <summary>Puts planned sheets into a workbook.</summary>
internal sealed class SheetBook(WorkbookPart part)
{
    // Half of a small screen: what is frozen higher leaves no room to scroll below it.
    private const double HighestFrozen = 230;

    private readonly SharedStrings _strings = new();
    private readonly List<DefinedName> _titles = [];
    private uint _tables;

    /// <summary>Fills the workbook.</summary>
    public void Fill(ImmutableArray<SheetPlan> plans, string title)
    {
        var names = SheetNames.Of(plans.Select(p => p.Table?.Name ?? title));
        var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
        for (var i = 0; i < plans.Length; i++)
        {
            var id = $"rId{i + 1}";
            Draw(part.AddNewPart<WorksheetPart>(id), plans[i], names[i], (uint)i);
            sheets.Append(new Sheet { Name = names[i], SheetId = (uint)i + 1, Id = id });
        }
        part.AddNewPart<WorkbookStylesPart>($"rId{plans.Length + 1}").Stylesheet = SheetStyles.Sheet();
        part.AddNewPart<SharedStringTablePart>($"rId{plans.Length + 2}").SharedStringTable = _strings.Table();
        part.Workbook = new(new BookViews(new WorkbookView()), sheets);
        if (_titles.Count > 0) part.Workbook.Append(new DefinedNames(_titles));
    }

    private void Draw(WorksheetPart sheet, SheetPlan plan, string name, uint place)
    {
        if (plan.IsRecords)
        {
            DrawRecords(sheet, plan, plan.Table!, name, place);
            return;
        }
        var data = new SheetData();
        var rows = new SheetRows(plan, _strings, row => data.AppendChild(row));
        foreach (var paragraph in plan.Above) rows.Add(paragraph);
        string? area = null;
        uint? frozen = null;
        if (plan.Table is { } table)
        {
            if (plan.Above.Length > 0) rows.AddGap();
            var headings = SheetNames.Headings(table.Columns.Select(c => c.Heading));
            rows.AddHead(headings);
            var head = rows.Last;
            if (rows.ParagraphHeight <= HighestFrozen) frozen = head;
            _titles.Add(Title(name, head, place));
            foreach (var row in RowsOf(table)) rows.Add(row, table.Columns);
            area = $"{SheetRows.At(0, head)}:{SheetRows.At(plan.Widths.Length - 1, rows.Last)}";
            sheet.AddNewPart<TableDefinitionPart>("rId1").Table = SheetTable.Of(++_tables, area, headings, plan.IsRecords);
        }
        if (plan.Below.Length > 0) rows.AddGap();
        foreach (var paragraph in plan.Below) rows.Add(paragraph);
        sheet.Worksheet = new([.. Before(plan, frozen), data, .. After(rows.Merged, area)]);
    }

    /// <summary>Records may be many: their rows are written one by one rather than gathered, which would take three times the memory.</summary>
    private void DrawRecords(WorksheetPart sheet, SheetPlan plan, ReportBlock.Table table, string name, uint place)
    {
        var headings = SheetNames.Headings(table.Columns.Select(c => c.Heading));
        string area;
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            foreach (var element in Before(plan, 1)) writer.WriteElement(element);
            writer.WriteStartElement(new SheetData());
            var rows = new SheetRows(plan, _strings, writer.WriteElement);
            rows.AddHead(headings);
            foreach (var row in RowsOf(table)) rows.Add(row, table.Columns);
            writer.WriteEndElement();
            area = $"{SheetRows.At(0, 1)}:{SheetRows.At(plan.Widths.Length - 1, rows.Last)}";
            foreach (var element in After([], area)) writer.WriteElement(element);
            writer.WriteEndElement();
        }
        _titles.Add(Title(name, 1, place));
        sheet.AddNewPart<TableDefinitionPart>("rId1").Table = SheetTable.Of(++_tables, area, headings, plan.IsRecords);
    }

    private static DefinedName Title(string name, uint head, uint place) =>
        new($"'{name.Replace("'", "''")}'!${head}:${head}") { Name = "_xlnm.Print_Titles", LocalSheetId = place };

    /// <summary>Excel knows no table without a row: an empty one stands for none.</summary>
    private static ImmutableArray<ImmutableArray<ReportCell>> RowsOf(ReportBlock.Table table) =>
        table.Rows.IsEmpty ? [[.. table.Columns.Select(_ => new ReportCell(""))]] : table.Rows;

    private static IEnumerable<OpenXmlElement> Before(SheetPlan plan, uint? frozen) =>
    [
        new SheetProperties { PageSetupProperties = new() { FitToPage = true } },
        SheetLayout.View(frozen), new SheetFormatProperties { DefaultRowHeight = 15.75 }, SheetLayout.Columns(plan.Widths),
    ];

    private static IEnumerable<OpenXmlElement> After(List<string> merged, string? area)
    {
        if (merged.Count > 0) yield return new MergeCells(merged.Select(m => new MergeCell { Reference = m }));
        foreach (var element in SheetLayout.Page()) yield return element;
        if (area is null) yield break;
        // Codes such as 01 are text on purpose: no green corner need say so.
        yield return new IgnoredErrors(new IgnoredError { SequenceOfReferences = new() { InnerText = area }, NumberStoredAsText = true });
        yield return new TableParts(new TablePart { Id = "rId1" }) { Count = 1 };
    }
}
