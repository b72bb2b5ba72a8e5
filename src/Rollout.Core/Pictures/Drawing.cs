using System.Collections.Immutable;

namespace Rollout.Core.Pictures;

/// <summary>A vector picture before it has a format: marks painted one over the other, down and to the right from the upper left corner.</summary>
/// <param name="Width">Width, in units of its own.</param>
/// <param name="Height">Height, in the same units.</param>
/// <param name="Marks">What is painted, in order.</param>
/// <param name="Share">How much of the page's width it takes, in percent.</param>
public sealed record Drawing(double Width, double Height, ImmutableArray<DrawingMark> Marks, int Share = 100);
