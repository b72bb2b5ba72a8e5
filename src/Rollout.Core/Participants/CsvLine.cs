using System.Text;

namespace Rollout.Core.Participants;

/// <summary>Cuts a line of csv into its cells. A cell that holds commas stands in quotes, a quote inside it doubled.</summary>
internal static class CsvLine
{
    /// <summary>The cells; null when a quote is never closed, or when something stands behind a closing one.</summary>
    public static string[]? Cells(string line)
    {
        var cells = new List<string>();
        var at = 0;
        while (true)
        {
            if (at < line.Length && line[at] == '"')
            {
                if (Quoted(line, ref at) is not { } cell) return null;
                cells.Add(cell);
            }
            else
            {
                var end = line.IndexOf(',', at) is >= 0 and var comma ? comma : line.Length;
                cells.Add(line[at..end]);
                at = end;
            }
            if (at == line.Length) return [.. cells];
            if (line[at] != ',') return null;
            at++;
        }
    }

    /// <summary>The cell whose opening quote stands at a place, which moves behind the closing one.</summary>
    private static string? Quoted(string line, ref int at)
    {
        var cell = new StringBuilder();
        while (line.IndexOf('"', at + 1) is >= 0 and var quote)
        {
            cell.Append(line, at + 1, quote - at - 1);
            at = quote + 1;
            if (at == line.Length || line[at] != '"') return cell.ToString();
            cell.Append('"');
        }
        return null;
    }
}
