using System.Data.Common;
using Rollout.Storage.Database;

namespace Rollout.Storage.Tables;

/// <summary>Reads whole tables, row by row, with the same values whichever engine keeps them.</summary>
internal static class TableRows
{
    /// <summary>The one table without a number whose rows have an order: files stand as they were attached.</summary>
    private const string InOrderOfWriting = "attachments";

    /// <summary>Every row; the same array is filled again for the next.</summary>
    public static IEnumerable<object?[]> Read(RolloutDatabase database, DbConnection connection, TableShape shape)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        var order = shape.Table == InOrderOfWriting ? database.WrittenOrder(shape.Table) : string.Join(", ", shape.Key);
        command.CommandText = $"SELECT {shape.List} FROM {shape.Table} ORDER BY {order}";
        using var reader = command.ExecuteReader();
        var values = new object?[shape.Columns.Length];
        while (reader.Read())
        {
            for (var i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i) ? null : Value(reader, i, shape.Columns[i].Type);
            yield return values;
        }
    }

    /// <summary>How many rows a table has.</summary>
    public static long Count(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = $"SELECT count(*) FROM {table}";
        return command.Whole()!.Value;
    }

    /// <summary>What a table holds.</summary>
    public static TableState State(RolloutDatabase database, DbConnection connection, TableShape shape, CancellationToken ct)
    {
        using var digest = new RowDigest();
        foreach (var row in Read(database, connection, shape))
        {
            ct.ThrowIfCancellationRequested();
            digest.Add(row);
        }
        return new(shape.Table, digest.Rows, digest.Hash());
    }

    private static object Value(DbDataReader row, int column, Type type)
    {
        if (type == typeof(string)) return row.GetString(column);
        if (type == typeof(long)) return row.GetInt64(column);
        if (type == typeof(int)) return row.GetInt32(column);
        if (type == typeof(bool)) return row.GetBoolean(column);
        if (type == typeof(double)) return row.GetDouble(column);
        if (type == typeof(byte[])) return row.GetFieldValue<byte[]>(column);
        if (type == typeof(DateTimeOffset)) return row.GetFieldValue<DateTimeOffset>(column).ToUniversalTime();
        throw new NotSupportedException($"Columns of {type} are not known here.");
    }
}
