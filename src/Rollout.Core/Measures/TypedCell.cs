namespace Rollout.Core.Measures;

/// <summary>A cell of a table that somebody filled in.</summary>
/// <param name="Text">What is read in it.</param>
/// <param name="Number">The number that it holds rather than a text; null where it holds a text, of which the number has to be read.</param>
public sealed record TypedCell(string Text, decimal? Number = null);
