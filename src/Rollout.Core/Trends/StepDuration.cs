using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Trends;

/// <summary>How long a step takes from first begun to done.</summary>
/// <param name="Step">The step.</param>
/// <param name="Samples">How many were measured.</param>
/// <param name="Median">Their median; null of none.</param>
/// <param name="P90">What nine of ten do not exceed.</param>
/// <param name="Slowest">The slowest of them.</param>
/// <param name="Excluded">Done, and not measured: begun by assumption, dated by the month, or never said to be begun before it was done.</param>
/// <param name="Open">How many are under way and have a beginning that is known.</param>
/// <param name="OpenMedian">Median of how long those have been under way.</param>
/// <param name="LongestOpen">The one under way for longest.</param>
/// <param name="OpenExcluded">Under way without a beginning that is known to the day.</param>
public sealed record StepDuration(
    StepDefinition Step, int Samples, TimeSpan? Median, TimeSpan? P90, StepDuration.Sample? Slowest, int Excluded, int Open, TimeSpan? OpenMedian, StepDuration.Sample? LongestOpen,
    int OpenExcluded)
{
    /// <summary>One measured step.</summary>
    /// <param name="Participant">Whose.</param>
    /// <param name="Took">How long.</param>
    public sealed record Sample(Participant Participant, TimeSpan Took);
}
