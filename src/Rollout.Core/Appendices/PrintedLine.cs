using System.Collections.Immutable;

namespace Rollout.Core.Appendices;

/// <summary>A row of a table as it was found.</summary>
/// <param name="Line">Where it stands, from 1, as its reader's programme counts.</param>
/// <param name="Cells">Its cells; line breaks inside one are line feeds.</param>
public sealed record PrintedLine(int Line, ImmutableArray<string> Cells)
{
    /// <summary>The text of a cell; empty where the row is shorter.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
