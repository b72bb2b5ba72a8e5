using System.Collections.Immutable;

namespace Rollout.Web.Operations;

/// <summary>Whether this node can do its work.</summary>
/// <param name="Stopping">Whether it is about to end: then nothing new shall come to it.</param>
/// <param name="Checks">What was looked at.</param>
public sealed record ReadinessView(bool Stopping, ImmutableArray<ReadinessCheck> Checks)
{
    /// <summary>Whether a proxy may send people here.</summary>
    public bool Ready => !Stopping && Checks.All(c => c.State != CheckState.Failed);

    /// <summary>The whole in one word: ready, degraded, failed, stopping.</summary>
    public string Status => Stopping ? "stopping" : !Ready ? "failed" : Checks.Any(c => c.State == CheckState.Degraded) ? "degraded" : "ready";
}
