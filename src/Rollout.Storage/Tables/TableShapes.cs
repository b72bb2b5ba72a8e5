using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Rollout.Storage.Database;

namespace Rollout.Storage.Tables;

/// <summary>All tables, read from the model, so that a later one cannot be forgotten by whoever copies or compares them.</summary>
internal static class TableShapes
{
    /// <summary>The tables of the model, each behind those it leans on.</summary>
    public static ImmutableArray<TableShape> Of(RolloutDatabase database)
    {
        using var db = database.Open();
        var left = db.Model.GetEntityTypes().Select(Shape).OrderBy(s => s.Table, StringComparer.Ordinal).ToList();
        var sorted = ImmutableArray.CreateBuilder<TableShape>(left.Count);
        while (left.Count > 0)
        {
            var next = left.Find(s => !left.Exists(other => other != s && s.LeansOn.Contains(other.Table))) ?? throw new InvalidOperationException("Tables lean on each other in a circle.");
            left.Remove(next);
            sorted.Add(next);
        }
        return sorted.MoveToImmutable();
    }

    /// <summary>The tables and columns of the model that a database has: an older program's has fewer.</summary>
    public static ImmutableArray<TableShape> Of(RolloutDatabase database, DbConnection connection) =>
        [.. Of(database).Where(s => database.Knows(connection, s.Table)).Select(s => s with { Columns = Known(connection, s) })];

    private static ImmutableArray<ColumnShape> Known(DbConnection connection, TableShape shape)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {shape.Table} LIMIT 0";
        using var reader = command.ExecuteReader();
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToHashSet(StringComparer.Ordinal);
        return [.. shape.Columns.Where(c => names.Contains(c.Column))];
    }

    private static TableShape Shape(IEntityType entity)
    {
        var key = entity.FindPrimaryKey()!;
        var numbered = key.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } number] && Plain(number) != typeof(string) ? number.GetColumnName() : null;
        return new(
            entity.GetTableName()!, [.. entity.GetProperties().Select(p => new ColumnShape(p.GetColumnName(), Plain(p))).OrderBy(c => c.Column, StringComparer.Ordinal)],
            [.. key.Properties.Select(p => p.GetColumnName())], numbered, [.. entity.GetForeignKeys().Select(f => f.PrincipalEntityType.GetTableName()!)]);
    }

    private static Type Plain(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
}
