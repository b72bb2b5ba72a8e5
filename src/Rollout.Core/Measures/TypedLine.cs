using System.Collections.Immutable;

namespace Rollout.Core.Measures;

/// <summary>A row of a table that somebody filled in.</summary>
/// <param name="Line">Its place in the file, from 1.</param>
/// <param name="Cells">Its cells.</param>
public sealed record TypedLine(int Line, ImmutableArray<TypedCell> Cells)
{
    private static readonly TypedCell Nothing = new("");

    /// <summary>A cell, from 0; an empty one beyond the last.</summary>
    public TypedCell At(int column) => column >= 0 && column < Cells.Length ? Cells[column] : Nothing;
}
