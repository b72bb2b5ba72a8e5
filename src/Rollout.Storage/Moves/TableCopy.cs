using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Rollout.Storage.Database;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Moves;

/// <summary>Copies a table as it stands, numbers included; PostgreSQL's triggers see every row.</summary>
internal sealed class TableCopy(SqliteDatabase from, SqliteConnection source, NpgsqlConnection target)
{
    /// <summary>Copies all rows and lets the numbering go on behind them.</summary>
    /// <returns>What the table holds at its source.</returns>
    public async Task<TableState> RunAsync(TableShape shape, CancellationToken ct)
    {
        using var digest = new RowDigest();
        await using (var writer = await target.BeginBinaryImportAsync($"COPY {shape.Table} ({shape.List}) FROM STDIN (FORMAT binary)", ct))
        {
            // A wait for one answer of the server, not for the whole table; its last one comes after every trigger has run.
            writer.Timeout = TimeSpan.FromHours(1);
            foreach (var row in TableRows.Read(from, source, shape))
            {
                digest.Add(row);
                await writer.StartRowAsync(ct);
                for (var i = 0; i < row.Length; i++)
                    if (row[i] is { } value) await writer.WriteAsync(value, TypeOf(shape.Columns[i].Type), ct);
                    else await writer.WriteNullAsync(ct);
            }
            await writer.CompleteAsync(ct);
        }
        if (shape.Numbered is { } column) await NumberOnAsync(shape.Table, column, ct);
        return new(shape.Table, digest.Rows, digest.Hash());
    }

    /// <summary>Behind the greatest number that was ever given, not only behind those that are left: a number means one thing for ever.</summary>
    private async Task NumberOnAsync(string table, string column, CancellationToken ct)
    {
        await using var last = source.CreateCommand();
        last.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = @table";
        last.Set("@table", table);
        if (last.Whole() is not { } number || number == 0) return;
        await using var command = new NpgsqlCommand("SELECT setval(pg_get_serial_sequence(@table, @column), @number)", target);
        command.Set("@table", table);
        command.Set("@column", column);
        command.Set("@number", number);
        await command.ExecuteScalarAsync(ct);
    }

    private static NpgsqlDbType TypeOf(Type type)
    {
        if (type == typeof(string)) return NpgsqlDbType.Text;
        if (type == typeof(long)) return NpgsqlDbType.Bigint;
        if (type == typeof(int)) return NpgsqlDbType.Integer;
        if (type == typeof(bool)) return NpgsqlDbType.Boolean;
        if (type == typeof(double)) return NpgsqlDbType.Double;
        if (type == typeof(byte[])) return NpgsqlDbType.Bytea;
        if (type == typeof(DateTimeOffset)) return NpgsqlDbType.TimestampTz;
        throw new NotSupportedException($"Columns of {type} are not known here.");
    }
}
