using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Rollout.Core.Appendices;

namespace Rollout.Documents.Reading;

/// <summary>Reads the tables and paragraphs of a Word document; what was deleted under tracked changes and what fields are computed from is not text.</summary>
internal static class DocxTables
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const int MostColumns = 63;

    public static PrintedDocument Read(string name, OfficePackage package, string part)
    {
        using var reader = package.Open(part) ?? throw new InvalidDataException("No main part.");
        var walk = new Walk();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false, LocalName: "moveFrom" or "Fallback" }) Pass(reader);
            else if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI is Word or StrictWord) walk.Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement && reader.NamespaceURI is Word or StrictWord) walk.End(reader.LocalName);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) walk.Said(reader.Value);
        }
        return new(name, [.. walk.Tables], walk.Text.ToString());
    }

    /// <summary>What was moved away under tracked changes, and what older programs are shown instead, stands elsewhere as well.</summary>
    private static void Pass(XmlReader reader)
    {
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
            continue;
    }

    /// <summary>What was met so far. A table inside a cell is part of that cell's text.</summary>
    private sealed class Walk
    {
        private readonly StringBuilder _paragraph = new();
        private readonly StringBuilder _cell = new();
        private List<PrintedLine> _rows = [];
        private ImmutableArray<string>.Builder _cells = ImmutableArray.CreateBuilder<string>();
        private int _depth;
        private int _span = 1;
        private bool _isText;

        public List<PrintedTable> Tables { get; } = [];

        public StringBuilder Text { get; } = new();

        public void Begin(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "t": _isText = !reader.IsEmptyElement; break;
                case "tab" when !reader.IsEmptyElement || reader.AttributeCount == 0: _paragraph.Append('\t'); break;
                case "br" or "cr": _paragraph.Append('\n'); break;
                case "noBreakHyphen": _paragraph.Append('-'); break;
                case "gridSpan" when int.TryParse(reader.GetAttribute("val", reader.NamespaceURI), out var span): _span = Math.Clamp(span, 1, MostColumns); break;
                case "tbl" when !reader.IsEmptyElement: _depth++; break;
                case "p" when reader.IsEmptyElement: End("p"); break;
            }
        }

        public void Said(string text)
        {
            if (_isText) _paragraph.Append(text);
        }

        public void End(string element)
        {
            switch (element)
            {
                case "t": _isText = false; break;
                case "p":
                    Text.Append(_paragraph).Append('\n');
                    if (_depth > 0) _cell.Append(_cell.Length > 0 ? "\n" : "").Append(_paragraph);
                    _paragraph.Clear();
                    break;
                case "tc" when _depth == 1:
                    _cells.Add(_cell.ToString());
                    while (--_span > 0 && _cells.Count < MostColumns) _cells.Add("");
                    _cell.Clear();
                    _span = 1;
                    break;
                case "tr" when _depth == 1:
                    _rows.Add(new(_rows.Count + 1, _cells.ToImmutable()));
                    _cells = ImmutableArray.CreateBuilder<string>();
                    break;
                case "tbl":
                    if (--_depth > 0) break;
                    Tables.Add(new([.. _rows]));
                    _rows = [];
                    break;
            }
        }
    }
}
