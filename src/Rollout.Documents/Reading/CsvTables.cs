using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Rollout.Core.Appendices;

namespace Rollout.Documents.Reading;

/// <summary>Reads text that may be csv: separated by comma, semicolon or tab, quoted or not, with the apostrophe before what a spreadsheet would compute.</summary>
internal static class CsvTables
{
    private const string FormulaStarts = "=+-@\t\r\n";
    private const int MostRows = 20_000;
    private const int MostColumns = 64;

    public static PrintedDocument Read(string name, string text) => new(name, [.. Tables(text).Where(t => t.Rows.Any(r => r.Cells.Length >= 4))], text);

    /// <summary>The text by each of the separators that it may have.</summary>
    public static IEnumerable<PrintedTable> Tables(string text) => ((string[])[",", ";", "\t"]).Select(s => Table(text, s));

    private static PrintedTable Table(string text, string separator)
    {
        var rows = ImmutableArray.CreateBuilder<PrintedLine>();
        var form = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            BadDataFound = null,
            IgnoreBlankLines = true,
            MaxFieldSize = AppendixReader.MostCharacters,
            ExceptionMessagesContainRawData = false,
        };
        using var parser = new CsvParser(new StringReader(text), form);
        try
        {
            while (rows.Count < MostRows && parser.Read())
            {
                var cells = parser.Record ?? [];
                rows.Add(new(parser.RawRow - (parser.RawRecord.AsSpan().Trim("\r\n").Count('\n')), [.. cells.Take(MostColumns).Select(Undefused)]));
            }
        }
        catch (CsvHelperException)
        {
            // No csv; the text is read as it stands.
            return new([]);
        }
        return new(rows.ToImmutable());
    }

    /// <summary>Without the apostrophe that keeps a spreadsheet from computing it.</summary>
    private static string Undefused(string cell) => cell is ['\'', var first, ..] && FormulaStarts.Contains(first) ? cell[1..] : cell;
}
