using DocumentFormat.OpenXml.Spreadsheet;

namespace Rollout.Documents.Sheets;

/// <summary>A real table of Excel: it filters, sorts and grows.</summary>
internal static class SheetTable
{
    public static Table Of(uint number, string area, IReadOnlyList<string> headings, bool striped)
    {
        // Not a word of the document: names of tables may hold no space and must not look like a cell.
        var name = $"Table{number}";
        var table = new Table(new AutoFilter { Reference = area })
        {
            Id = number,
            Name = name,
            DisplayName = name,
            Reference = area,
            TotalsRowShown = false,
        };
        table.Append(new TableColumns(headings.Select((h, i) => new TableColumn { Id = (uint)i + 1, Name = SharedStrings.Escaped(h) }))
        {
            Count = (uint)headings.Count,
        });
        if (striped)
            table.Append(new TableStyleInfo { Name = "TableStyleLight1", ShowRowStripes = true, ShowColumnStripes = false });
        return table;
    }
}
