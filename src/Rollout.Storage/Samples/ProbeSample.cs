using Rollout.Core.Verification;

namespace Rollout.Storage.Samples;

/// <summary>A kept result.</summary>
/// <param name="Target">Number of the target.</param>
/// <param name="Probe">Key of the probe.</param>
/// <param name="At">When, on the domain clock.</param>
/// <param name="Fault">Null when it passed.</param>
/// <param name="Timings">How long it took, real milliseconds.</param>
/// <param name="Address">The address reached.</param>
/// <param name="CertificateEnds">When the certificate ends.</param>
public sealed record ProbeSample(
    long Target, string Probe, DateTimeOffset At, Fault? Fault, ProbeTimings Timings, string? Address, DateTimeOffset? CertificateEnds);
