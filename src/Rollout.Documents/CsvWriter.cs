using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper.Configuration;
using Rollout.Core.Reports;
using Rollout.Documents.Strings;

namespace Rollout.Documents;

/// <summary>Prints the first records of a document for other programs: UTF-8 with BOM, which Excel needs to see the Vietnamese.</summary>
public sealed class CsvWriter : IReportWriter
{
    // A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV injection).
    private const string FormulaStarts = "=+-@\t\r\n";

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public string ContentType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public void Write(ReportDocument document, Stream output)
    {
        // StreamWriter leaves the mark out where a stream already holds something: here it belongs to the format.
        output.Write(Encoding.UTF8.Preamble);
        if (document.Records is not [var records, ..]) return;
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var form = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = NeedsQuotes };
        using var csv = new CsvHelper.CsvWriter(text, form, leaveOpen: true);
        WriteRow(csv, records.Fields);
        foreach (var row in records.Rows)
            WriteRow(csv, [.. row.Select(Cell)]);
    }

    private static void WriteRow(CsvHelper.CsvWriter csv, ImmutableArray<string> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    // Left to itself CsvHelper quotes no single CR or LF, at which most readers would begin a new row.
    private static bool NeedsQuotes(CsvHelper.ShouldQuoteArgs args) =>
        args.Field is { Length: > 0 } text && (text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text[0] is ' ' || text[^1] is ' ');

    // CsvHelper can defuse too, but does not tell a number below zero from a formula.
    private static string Cell(ReportCell cell)
    {
        if (cell.Number is { } number) return number.ToString(CultureInfo.InvariantCulture);
        var text = PrintText.Of(cell.Machine);
        return text is [var first, ..] && FormulaStarts.Contains(first) ? $"'{text}" : text;
    }
}
