using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Rollout.Core.Appendices;

namespace Rollout.Documents.Reading;

/// <summary>Reads the sheets of a workbook: texts, shared or not, and numbers as they are kept; formulas are not computed, their last values are read.</summary>
internal static class XlsxTables
{
    private const int MostColumns = 64;

    public static PrintedDocument Read(string name, OfficePackage package, string part)
    {
        var tables = Lines(package, part).Select(sheet => new PrintedTable([.. sheet.Select(l => new PrintedLine(l.Line, [.. l.Cells.Select(c => c.Text)]))])).ToImmutableArray();
        var text = new StringBuilder();
        foreach (var row in tables.SelectMany(t => t.Rows)) text.AppendJoin('\t', row.Cells).Append('\n');
        return new(name, tables, text.ToString());
    }

    /// <summary>The sheets in order, each with the lines in which something stands.</summary>
    public static IEnumerable<List<(int Line, ImmutableArray<XlsxCell> Cells)>> Lines(OfficePackage package, string part)
    {
        var parts = package.Relationships(part);
        var shared = parts.Values.FirstOrDefault(p => p.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)) is { } strings ? Shared(package, strings) : [];
        return Sheets(package, part).Select(id => parts.GetValueOrDefault(id)).OfType<string>().Select(sheet => Sheet(package, sheet, shared));
    }

    /// <summary>The ids of the sheets, in order.</summary>
    private static List<string> Sheets(OfficePackage package, string part)
    {
        var ids = new List<string>();
        using var reader = package.Open(part) ?? throw new InvalidDataException("No main part.");
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "sheet" }) continue;
            // The id stands in a namespace of its own, another one in the strict form; the sheet's own id does not.
            while (reader.MoveToNextAttribute())
                if (reader is { LocalName: "id", NamespaceURI.Length: > 0 }) ids.Add(reader.Value);
        }
        return ids;
    }

    private static List<string> Shared(OfficePackage package, string part)
    {
        var strings = new List<string>();
        using var reader = package.Open(part);
        var text = new StringBuilder();
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true }) strings.Add("");
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                strings.Add(text.ToString());
                text.Clear();
            }
            else Gather(reader, text);
        }
        return strings;
    }

    private static List<(int Line, ImmutableArray<XlsxCell> Cells)> Sheet(OfficePackage package, string part, List<string> shared)
    {
        var rows = new List<(int, ImmutableArray<XlsxCell>)>();
        using var reader = package.Open(part);
        var cells = new List<XlsxCell>();
        var (line, column, type, style) = (0, 0, "", 0);
        var (text, kept) = (new StringBuilder(), new StringBuilder());
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                line = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : line + 1;
                cells.Clear();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(reader.GetAttribute("r")) ?? cells.Count;
                type = reader.GetAttribute("t") ?? "";
                style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var styled) ? styled : 0;
                text.Clear();
                kept.Clear();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false }) Inside(reader, kept);
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "c" })
            {
                if (column >= MostColumns) continue;
                while (cells.Count <= column) cells.Add(XlsxCell.Empty);
                cells[column] = type == "s" ? new(Of(shared, kept.ToString())) : text.Length > 0 ? new(text.ToString())
                    : new(Plain(kept.ToString())) { Kept = type is "" or "n" ? kept.ToString() : "", Style = style };
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && cells.Exists(c => c.Text.Length > 0)) rows.Add((line, [.. cells]));
            else Gather(reader, text);
        }
        return rows;
    }

    /// <summary>The text of a <c>t</c>; what stands in phonetic runs is how it is said, not what is written.</summary>
    private static void Gather(XmlReader reader, StringBuilder text)
    {
        if (reader is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false }) Inside(reader, text);
        else if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false })
            while (reader.Read() && reader is not { NodeType: XmlNodeType.EndElement, LocalName: "rPh" })
                continue;
    }

    private static void Inside(XmlReader reader, StringBuilder text)
    {
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) text.Append(reader.Value);
    }

    private static string Of(List<string> shared, string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < shared.Count ? shared[i] : "";

    /// <summary>Twelve is kept as 12 by most programs and as 12.0 or 1.2E1 by some.</summary>
    private static string Plain(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e9
            ? number.ToString("0", CultureInfo.InvariantCulture) : value;

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3)) column = (column * 26) + letter - 'A' + 1;
        return column == 0 ? null : column - 1;
    }
}
