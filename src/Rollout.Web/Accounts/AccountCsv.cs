using System.Collections.Immutable;
using System.Text;
using Rollout.Core.Wording;

namespace Rollout.Web.Accounts;

/// <summary>A list of accounts as csv: <c>userName,fullName,role,office,email</c>, columns in any order, cells with commas in quotes.</summary>
public static class AccountCsv
{
    /// <summary>The columns.</summary>
    public static readonly ImmutableArray<string> Columns = ["userName", "fullName", "role", "office", "email"];

    private const int Most = 2000;

    /// <summary>Reads a list; every line comes back with what is wrong with it.</summary>
    public static ImmutableArray<ImportLine> Read(string text, MandateCheck mandates, Func<string, bool> taken)
    {
        var rows = Rows(text.TrimStart('\uFEFF')).ToList();
        var head = rows.Count == 0 ? [] : rows[0].Cells.Select(c => c.Trim()).ToList();
        if (Columns.Take(3).FirstOrDefault(c => !head.Contains(c)) is { } missing)
            return [new(1, new("", "", "", "", ""), [new("", Message.Of("import.column", missing, string.Join(",", Columns)))])];
        if (rows.Count > Most + 1) return [new(Most + 2, new("", "", "", "", ""), [new("", Message.Of("import.most", $"{Most}"))])];
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. rows.Skip(1).Select(row =>
            {
                string Cell(string column) => head.IndexOf(column) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : "";
                var fields = new AccountFields(Cell("userName"), Cell("fullName"), Cell("role"), Cell("office"), Cell("email")).Trimmed();
                var mistakes = fields.Mistakes(mandates).ToList();
                if (row.Cells.Count != head.Count) mistakes.Add(new("", Message.Of("csv.cells", $"{head.Count}", $"{row.Cells.Count}")));
                if (fields.UserName.Length > 0 && !seen.TryAdd(fields.UserName, row.Line)) mistakes.Add(new("userName", Message.Of("import.doubled", fields.UserName, $"{seen[fields.UserName]}")));
                else if (taken(fields.UserName)) mistakes.Add(new("userName", Message.Of("account.taken", fields.UserName)));
                return new ImportLine(row.Line, fields, [.. mistakes]);
            }),
        ];
    }

    /// <summary>A list as csv, for spreadsheets.</summary>
    public static string Write(IEnumerable<IEnumerable<string>> rows) => "\uFEFF" + string.Concat(rows.Select(r => string.Join(",", r.Select(Quoted)) + "\r\n"));

    // A cell that begins like a formula is shown as text: names and details come from people.
    private static string Quoted(string cell)
    {
        if (cell is ['=' or '+' or '-' or '@' or '\t', ..]) cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<(int Line, List<string> Cells)> Rows(string text)
    {
        var (line, start, quoted) = (1, 1, false);
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else if (c == '"') quoted = false;
                else cell.Append(c);
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c is ',' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
            }
            else cell.Append(c);
            if (c != '\n') continue;
            line++;
            if (quoted && i < text.Length) continue;
            if (cells is not [""] and not []) yield return (start, cells);
            (cells, start) = ([], line);
        }
    }
}
