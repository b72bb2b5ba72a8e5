using Rollout.Core.Calendar;

namespace Rollout.Core.Measures;

/// <summary>A point of a series.</summary>
/// <param name="Period">The days it speaks of.</param>
/// <param name="Value">The figure; null where it was withdrawn: a gap, which is not zero.</param>
public sealed record FigurePoint(FigurePeriod Period, decimal? Value);
