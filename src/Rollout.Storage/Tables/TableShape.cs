using System.Collections.Immutable;

namespace Rollout.Storage.Tables;

/// <summary>A table as the model of this program has it, apart from any engine.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Key">The columns of its key.</param>
/// <param name="Numbered">The column that the database numbers by itself; null when none is.</param>
/// <param name="LeansOn">Tables that must be written before it.</param>
internal sealed record TableShape(string Table, ImmutableArray<ColumnShape> Columns, ImmutableArray<string> Key, string? Numbered, ImmutableArray<string> LeansOn)
{
    /// <summary>The names of its columns in order, as a statement lists them.</summary>
    public string List => string.Join(", ", Columns.Select(c => c.Column));
}
