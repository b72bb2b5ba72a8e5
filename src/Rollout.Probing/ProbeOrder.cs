using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>One check to make in a run.</summary>
/// <param name="Definition">What to do.</param>
/// <param name="Target">Where.</param>
/// <param name="EverPassed">Whether this target has ever passed this check.</param>
public sealed record ProbeOrder(ProbeDefinition Definition, ProbeTarget Target, bool EverPassed)
{
    /// <summary>How long after the beginning of the run it is made at the earliest: what spreads a run over its interval.</summary>
    public TimeSpan After { get; init; }
}
