using System.Text;
using Microsoft.Data.Sqlite;
using Rollout.Storage.Database;

namespace Rollout.Storage.Backups;

/// <summary>
/// The rows of a dump as PostgreSQL's programs print them, counted by table; those that rest on hashes are put into a file in which they can be
/// looked at, so that what is looked at is the dump itself.
/// </summary>
internal sealed class DumpedRows(SqliteConnection scratch)
{
    private const string Begin = "COPY ";
    private const string End = "\\.";

    private static readonly HashSet<string> LookedAt = ["ledger", "publication_events", "publication_files", "files", "contents"];

    /// <summary>How many rows each table has.</summary>
    public Dictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads everything.</summary>
    public async Task ReadAsync(StreamReader dump, CancellationToken ct)
    {
        while (await dump.ReadLineAsync(ct) is { } line)
            if (line.StartsWith(Begin, StringComparison.Ordinal) && line.EndsWith(" FROM stdin;", StringComparison.Ordinal)) await TableAsync(dump, line, ct);
    }

    /// <summary>A line such as <c>COPY public.ledger (seq, at) FROM stdin;</c>, then the rows, then an end of their own.</summary>
    private async Task TableAsync(StreamReader dump, string head, CancellationToken ct)
    {
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var table = head[Begin.Length..open].Trim().Split('.')[^1].Trim('"');
        using var insert = LookedAt.Contains(table) ? Insert(table, head[(open + 1)..head.LastIndexOf(')')].Split(", ")) : null;
        var rows = 0L;
        while (await dump.ReadLineAsync(ct) is { } line && line != End)
        {
            rows++;
            if (insert is null) continue;
            foreach (var (i, value) in line.Split('\t').Index()) insert.Parameters[i].Value = Value(value);
            insert.ExecuteNonQuery();
        }
        Counts[table] = rows;
    }

    private SqliteCommand Insert(string table, string[] columns)
    {
        var command = scratch.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        foreach (var i in Enumerable.Range(0, columns.Length)) command.Set($"@p{i}", null);
        return command;
    }

    private static object Value(string printed)
    {
        if (printed == "\\N") return DBNull.Value;
        if (!printed.Contains('\\', StringComparison.Ordinal)) return printed;
        var text = new StringBuilder(printed.Length);
        for (var i = 0; i < printed.Length; i++)
            text.Append(printed[i] != '\\' ? printed[i] : printed[++i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'v' => '\v',
                var other => other,
            });
        return text.ToString();
    }
}
