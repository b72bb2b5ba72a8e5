using System.Collections.Immutable;

namespace Rollout.Core.Wording;

/// <summary>Makes a <see cref="ValueList{T}"/> from a collection expression.</summary>
public static class ValueList
{
    /// <summary>A list of these items.</summary>
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) where T : IEquatable<T> => new([.. items]);
}
