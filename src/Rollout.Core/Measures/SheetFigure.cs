namespace Rollout.Core.Measures;

/// <summary>What a cell of a table would come to.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Planned">Whose figure, what it was and what it would be.</param>
public sealed record SheetFigure(SheetColumn Column, PlannedFigure Planned);
