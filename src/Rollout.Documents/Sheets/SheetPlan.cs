using System.Collections.Immutable;
using Rollout.Core.Reports;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Sheets;

/// <summary>What stands on a sheet: at most one table, since a sheet has one set of column widths and one frozen head.</summary>
/// <param name="Above">Paragraphs over the table.</param>
/// <param name="Table">The table, or null where the document has none.</param>
/// <param name="Below">Paragraphs under it.</param>
/// <param name="Widths">Widths of the columns, in characters.</param>
/// <param name="IsRecords">Whether it is for machines: striped, without a frame.</param>
internal sealed record SheetPlan(
    ImmutableArray<ReportBlock.Paragraph> Above, ReportBlock.Table? Table, ImmutableArray<ReportBlock.Paragraph> Below, ImmutableArray<int> Widths,
    bool IsRecords)
{
    // What A4 between the margins holds of 12 pt type, in the unit of column widths.
    private const int CharactersAcross = 88;
    private const int NarrowestRecord = 8;
    private const int WidestRecord = 60;

    /// <summary>The sheets of a document: a sheet a table with the paragraphs before it, then a sheet for each kind of records.</summary>
    public static ImmutableArray<SheetPlan> Of(ReportDocument document)
    {
        var plans = ImmutableArray.CreateBuilder<SheetPlan>();
        var above = ImmutableArray.CreateBuilder<ReportBlock.Paragraph>();
        foreach (var block in document.Blocks)
        {
            if (block is ReportBlock.Paragraph paragraph) above.Add(paragraph);
            if (block is ReportBlock.Sides sides) above.AddRange(sides.Columns.SelectMany(c => c.Paragraphs));
            if (block is not ReportBlock.Table table) continue;
            plans.Add(new(above.ToImmutable(), table, [], [.. ColumnShares.Of(table.Columns, CharactersAcross)], false));
            above.Clear();
        }
        if (plans.Count == 0) plans.Add(new(above.ToImmutable(), null, [], [CharactersAcross], false));
        else plans[^1] = plans[^1] with { Below = above.ToImmutable() };
        plans.AddRange(document.Records.Select(OfRecords));
        return plans.ToImmutable();
    }

    private static SheetPlan OfRecords(ReportRecords records)
    {
        // Two characters of air, and two more in the head for the button of the filter.
        var widths = records.Fields
            .Select((field, i) => records.Rows.Select(r => PrintText.Lines(r[i].Text).Max(line => line.Length)).Append(field.Length + 2).Max() + 2)
            .Select(length => Math.Clamp(length, NarrowestRecord, WidestRecord));
        return new([], new(records.Name, [.. records.Fields.Select(f => new ReportColumn(f, 1, false))], records.Rows), [], [.. widths], true);
    }
}
