using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Sheets;

/// <summary>The texts of a workbook, each kept once.</summary>
internal sealed partial class SharedStrings
{
    // Excel calls a file with a longer cell damaged.
    private const int Longest = 32_767;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private uint _uses;

    /// <summary>A cell with a text: whatever it begins with, it is never a formula.</summary>
    public Cell Cell(string reference, string text, SheetStyle style) => new()
    {
        CellReference = reference,
        StyleIndex = (uint)style,
        DataType = CellValues.SharedString,
        CellValue = new(PlaceOf(text)),
    };

    /// <summary>All texts in the order in which they were first used.</summary>
    public SharedStringTable Table() => new(_places.Keys.Select(text => new SharedStringItem(
        new Text(Escaped(text)) { Space = SpaceProcessingModeValues.Preserve })))
    {
        Count = _uses,
        UniqueCount = (uint)_places.Count,
    };

    /// <summary>Excel reads _x0041_ as the letter A: whoever typed it meant what he typed.</summary>
    public static string Escaped(string text) => EscapeLike().Replace(text, "_x005F_");

    private int PlaceOf(string text)
    {
        _uses++;
        var kept = string.Join('\n', PrintText.Lines(text));
        if (kept.Length > Longest) kept = $"{kept[..(Longest - 2)]}…";
        if (_places.TryGetValue(kept, out var place)) return place;
        _places.Add(kept, _places.Count);
        return _places.Count - 1;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 1000)]
    private static partial Regex EscapeLike();
}
