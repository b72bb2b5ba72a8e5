namespace Rollout.Core.Programmes;

/// <summary>When results move a step (rules 2 and 3 of product.md).</summary>
/// <param name="Every">Interval between checks, real time.</param>
/// <param name="AdvanceAfter">Passes in a row after which a step advances.</param>
/// <param name="FailAfter">The participant's own failures in a row after which verification is failing.</param>
/// <param name="RegressAfter">Domain time of failing after which a step that only a probe settled goes back.</param>
public sealed record VerificationPolicy(TimeSpan Every, int AdvanceAfter, int FailAfter, TimeSpan RegressAfter)
{
    /// <summary>A result older than this many intervals is stale.</summary>
    public const int StaleAfterIntervals = 3;

    /// <summary>What holds where a programme says nothing.</summary>
    public static VerificationPolicy Usual { get; } = new(TimeSpan.FromMinutes(5), 3, 3, TimeSpan.FromHours(48));
}
