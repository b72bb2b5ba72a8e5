namespace Rollout.Core.Measures;

/// <summary>The total of a measure over its participants.</summary>
/// <param name="Sum">The total of those with a figure; null while nobody has one, which is not zero.</param>
/// <param name="Counted">How many are in it.</param>
/// <param name="Missing">How many have no figure and are not in it.</param>
public sealed record MeasureTotal(decimal? Sum, int Counted, int Missing)
{
    /// <summary>Whether it is the total of all.</summary>
    public bool Whole => Missing == 0;
}
