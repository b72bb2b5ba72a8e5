using System.Collections.Immutable;

namespace Rollout.Core.Baselines;

/// <summary>A list that a file leaves out is read as an array that was never made; here it is simply empty.</summary>
internal static class ImmutableArrays
{
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
