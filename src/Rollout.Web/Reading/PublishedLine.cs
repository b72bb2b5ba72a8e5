using Rollout.Core.Measures;

namespace Rollout.Web.Reading;

/// <summary>A published figure beside what is counted, at the instant that is looked at and at the document's own.</summary>
/// <param name="Now">As of the reading.</param>
/// <param name="Then">As of the end of the document's own date; the same where the reading is of no later day.</param>
/// <param name="ThenAt">The instant of <paramref name="Then"/>.</param>
public sealed record PublishedLine(PublishedComparison Now, PublishedComparison Then, DateTimeOffset ThenAt)
{
    /// <summary>What is counted more than the document says; null where nothing is counted.</summary>
    public static decimal? Difference(PublishedComparison comparison) => comparison.Counted - comparison.Figure.Value;

    /// <summary>Whether the document is judged by another day than the reading's.</summary>
    public bool IsEarlier => !ReferenceEquals(Now, Then);
}
