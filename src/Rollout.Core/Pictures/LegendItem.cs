namespace Rollout.Core.Pictures;

/// <summary>What a paint means.</summary>
/// <param name="Says">In words.</param>
/// <param name="Paint">The paint.</param>
public sealed record LegendItem(string Says, Paint Paint);
