using Rollout.Core.Verification;

namespace Rollout.Storage.Samples;

/// <summary>A kept result.</summary>
/// <param name="At">When, on the domain clock.</param>
/// <param name="Fault">Null when it passed.</param>
/// <param name="TotalMs">How long it took, real milliseconds.</param>
/// <param name="Address">The address reached.</param>
/// <param name="CertificateEnds">When the certificate ends.</param>
public sealed record ProbeSample(DateTimeOffset At, Fault? Fault, double TotalMs, string? Address, DateTimeOffset? CertificateEnds);
