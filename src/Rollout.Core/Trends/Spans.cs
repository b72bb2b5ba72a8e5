using System.Collections.Immutable;

namespace Rollout.Core.Trends;

/// <summary>The middle and the upper end of spans of time.</summary>
internal static class Spans
{
    /// <summary>The median; null of none.</summary>
    /// <param name="ascending">The spans, the shortest first.</param>
    public static TimeSpan? Median(ImmutableArray<TimeSpan> ascending) => ascending.Length switch
    {
        0 => null,
        var n when n % 2 == 1 => ascending[n / 2],
        var n => (ascending[(n / 2) - 1] + ascending[n / 2]) / 2,
    };

    /// <summary>The span that nine of ten do not exceed, one of those there are; null of none.</summary>
    /// <param name="ascending">The spans, the shortest first.</param>
    public static TimeSpan? P90(ImmutableArray<TimeSpan> ascending) =>
        ascending.IsEmpty ? null : ascending[(int)Math.Ceiling(ascending.Length * 0.9) - 1];
}
