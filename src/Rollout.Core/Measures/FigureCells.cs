namespace Rollout.Core.Measures;

/// <summary>A row of a table of figures, as it was typed.</summary>
/// <param name="Row">Its place in the table, from 1, for the mistakes.</param>
/// <param name="Code">The participant's code; empty where the name says it.</param>
/// <param name="Name">The participant's name; empty where the code says it.</param>
/// <param name="Value">The figure; empty where nothing is said.</param>
/// <param name="Note">What is written with it.</param>
public sealed record FigureCells(int Row, string Code, string Name, string Value, string Note)
{
    /// <summary>The figure where the cell holds a number and no text: then nothing has to be guessed.</summary>
    public decimal? Number { get; init; }
}
