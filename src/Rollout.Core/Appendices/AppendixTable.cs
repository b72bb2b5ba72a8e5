using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Appendices;

/// <summary>Finds the rows of the lists in a table: as it is printed (a row a list), or as records (a row a name, with the fields our own csv has).</summary>
internal sealed class AppendixTable(Programme programme, ParticipantSet participants)
{
    private const int MostHeadRows = 12;
    private readonly TitleMatch _titles = new(programme);
    private readonly NameSplitter _names = new(participants);

    /// <summary>The rows of a table; none when it is not one of the lists.</summary>
    public ImmutableArray<FoundRow> Rows(PrintedTable table)
    {
        foreach (var (index, row) in table.Rows.Take(MostHeadRows).Index())
        {
            var heads = row.Cells.Select(Folded.Of).ToList();
            var records = AppendixRecords.Fields.Select(f => heads.IndexOf(f)).ToArray();
            if (!records.Contains(-1)) return Records(table.Rows[(index + 1)..], records);
            var columns = programme.Appendix.Columns
                .Select(c => heads.FindIndex(h => h.Length > 0 && (h == Folded.Of(c.Default) || c.Others.Values.Any(o => h == Folded.Of(o))))).ToArray();
            if (columns is [_, _, _, _] && columns[3] >= 0 && columns.Count(c => c >= 0) >= 3) return Printed(table.Rows[(index + 1)..], columns);
        }
        return Printed([.. table.Rows.SkipWhile(r => !IsRow(r))], [0, 1, 2, 3]);
    }

    /// <summary>Without a head: the first row whose second cell is a title.</summary>
    private bool IsRow(PrintedLine row) => row.Cells.Length >= 4 && _titles.Nearest(row[1], null).Alike;

    private ImmutableArray<FoundRow> Printed(ImmutableArray<PrintedLine> rows, int[] columns)
    {
        var found = ImmutableArray.CreateBuilder<FoundRow>();
        foreach (var row in rows)
        {
            var (number, title, count, names) = (row[columns[0]].Trim(), row[columns[1]].Trim(), row[columns[2]].Trim(), row[columns[3]]);
            var named = _names.Split(names.Split('\n').Select(n => (row.Line, n)));
            // Cells merged over several rows, and rows cut by a page's end: the names go on.
            if (number.Length == 0 && title.Length == 0 && count.Length == 0 && found.Count > 0) found[^1] = found[^1] with { Names = [.. found[^1].Names, .. named] };
            else if (IsHead(row, columns)) continue;
            else if (number.Length > 0 || _titles.Nearest(title, null).Alike) found.Add(new(row.Line, Numbered(number, title), Folded.OneLine(title), count, named));
        }
        return found.ToImmutable();
    }

    private bool IsHead(PrintedLine row, int[] columns) => programme.Appendix.Columns.Select((c, i) => (Form: c, Cell: Folded.Of(row[columns[i]])))
        .All(c => c.Cell.Length == 0 || c.Cell == Folded.Of(c.Form.Default) || c.Form.Others.Values.Any(o => c.Cell == Folded.Of(o)));

    /// <summary>Word counts rows by itself, and what it counts is no text of the cell: then the title says which row it is.</summary>
    private string Numbered(string number, string title) => number.TrimEnd('.', ')') is { Length: > 0 } written
        ? written : _titles.Nearest(title, null).Definition!.Number.ToString(CultureInfo.InvariantCulture);

    private ImmutableArray<FoundRow> Records(ImmutableArray<PrintedLine> rows, int[] columns)
    {
        var found = new List<FoundRow>();
        var width = participants.All.Max(p => p.Code.Length);
        foreach (var row in rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))))
        {
            var (number, title, count, code, name) = (row[columns[0]].Trim(), row[columns[1]], row[columns[2]].Trim(), row[columns[3]].Trim(), Folded.OneLine(row[columns[4]]));
            // Spreadsheets take the zero off the front of a code.
            if (code.Length > 0 && code.All(char.IsAsciiDigit)) code = code.PadLeft(width, '0');
            var named = new FoundName(name, row.Line, code);
            var at = found.FindIndex(f => f.Number == number);
            if (at < 0) found.Add(new(row.Line, number, Folded.OneLine(title), count, name.Length > 0 ? [named] : []));
            else if (found[at].Count != count) found.Add(new(row.Line, number, Folded.OneLine(title), count, [named]));
            else found[at] = found[at] with { Names = found[at].Names.Add(named) };
        }
        return [.. found, .. AppendixRecords.Empty(programme, found)];
    }
}
