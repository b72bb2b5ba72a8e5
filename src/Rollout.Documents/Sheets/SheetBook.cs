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
        var rows = new SheetRows(plan, _strings);
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
            _titles.Add(new($"'{name.Replace("'", "''")}'!${head}:${head}") { Name = "_xlnm.Print_Titles", LocalSheetId = place });
            foreach (var row in table.Rows) rows.Add(row, table.Columns);
            // Excel knows no table without a row: an empty one stands for none.
            if (table.Rows.IsEmpty) rows.Add([.. table.Columns.Select(_ => new ReportCell(""))], table.Columns);
            area = $"{SheetRows.At(0, head)}:{SheetRows.At(plan.Widths.Length - 1, rows.Last)}";
            sheet.AddNewPart<TableDefinitionPart>("rId1").Table = SheetTable.Of(++_tables, area, headings, plan.IsRecords);
        }
        if (plan.Below.Length > 0) rows.AddGap();
        foreach (var paragraph in plan.Below) rows.Add(paragraph);
        sheet.Worksheet = Worksheet(plan, rows, frozen, area);
    }

    private static Worksheet Worksheet(SheetPlan plan, SheetRows rows, uint? frozen, string? area)
    {
        var sheet = new Worksheet(
            new SheetProperties { PageSetupProperties = new() { FitToPage = true } },
            SheetLayout.View(frozen), new SheetFormatProperties { DefaultRowHeight = 15.75 }, SheetLayout.Columns(plan.Widths), rows.Data);
        if (rows.Merged.Count > 0) sheet.Append(new MergeCells(rows.Merged.Select(m => new MergeCell { Reference = m })));
        sheet.Append(SheetLayout.Page());
        if (area is null) return sheet;
        // Codes such as 01 are text on purpose: no green corner need say so.
        sheet.Append(new IgnoredErrors(new IgnoredError { SequenceOfReferences = new() { InnerText = area }, NumberStoredAsText = true }));
        sheet.Append(new TableParts(new TablePart { Id = "rId1" }) { Count = 1 });
        return sheet;
    }
}
