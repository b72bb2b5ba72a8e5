using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>What one check saw.</summary>
/// <param name="Fault">Null when it passed.</param>
/// <param name="Timings">How long each leg took; a leg that did not end has none.</param>
/// <param name="Address">The address and port reached, or tried last; null when there was none.</param>
/// <param name="CertificateEnds">When the certificate shown ends, whether or not it holds (real time).</param>
public sealed record ProbeFinding(Fault? Fault, ProbeTimings Timings, string? Address, DateTimeOffset? CertificateEnds)
{
    /// <summary>The part of the answer that decided: at most 4 KB in UTF-8, our secrets struck out; null when nothing was said.</summary>
    public string? Said { get; init; }
}
