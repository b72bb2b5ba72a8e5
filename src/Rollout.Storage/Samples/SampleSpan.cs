namespace Rollout.Storage.Samples;

/// <summary>What is left of results that are kept no more: how many there were within an hour or a day.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
/// <param name="Passes">How many passed.</param>
/// <param name="Failures">How many failed by the participant's own fault.</param>
/// <param name="Unseen">How many say nothing of the participant.</param>
public sealed record SampleSpan(DateTimeOffset From, DateTimeOffset To, int Passes, int Failures, int Unseen)
{
    /// <summary>All of them.</summary>
    public int Count => Passes + Failures + Unseen;
}
