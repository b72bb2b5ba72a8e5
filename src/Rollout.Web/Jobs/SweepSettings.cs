using Rollout.Core.Programmes;

namespace Rollout.Web.Jobs;

/// <summary>How often sweeps run, in real time, and how they spread.</summary>
/// <param name="Override">The demo's own interval; null for what each probe says.</param>
/// <param name="Spread">Over which share of its interval a sweep spreads its checks, so that they do not all leave at once; 0 to 0.9.</param>
public sealed record SweepSettings(TimeSpan? Override, double Spread = 0)
{
    /// <summary>Into how many parts a sweep falls, for nodes to share.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>The interval of a probe.</summary>
    public TimeSpan Every(ProbeDefinition probe) => Override ?? probe.Policy.Every;

    /// <summary>The intervals of a programme: a sweep for each.</summary>
    public IEnumerable<TimeSpan> Intervals(Programme programme) => programme.Probes.Select(Every).Distinct().Order();
}
