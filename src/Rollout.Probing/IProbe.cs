using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>One kind of check.</summary>
public interface IProbe
{
    /// <summary>Which kind it is.</summary>
    ProbeKind Kind { get; }

    /// <summary>
    /// Looks once, over a connection of its own, within the definition's timeout. Whatever the other side does becomes a finding; it throws
    /// only when it was cancelled from outside, or because of a bug.
    /// </summary>
    Task<ProbeFinding> CheckAsync(ProbeRequest request, CancellationToken cancellationToken);
}
