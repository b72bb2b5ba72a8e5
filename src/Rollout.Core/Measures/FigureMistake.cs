using Rollout.Core.Wording;

namespace Rollout.Core.Measures;

/// <summary>A bad cell of a table of figures.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column.</param>
/// <param name="Message">What is wrong.</param>
public sealed record FigureMistake(int Row, FigureColumn Column, Message Message);
