using Rollout.Core.Verification;

namespace Rollout.Storage.Samples;

/// <summary>A kept result as pages draw it: without the words that were said.</summary>
/// <param name="At">When, on the domain clock.</param>
/// <param name="Owner">Whose fault; null when it passed.</param>
/// <param name="Code">The reason's code; null when it passed.</param>
/// <param name="Timings">How long it took.</param>
/// <param name="CertificateEnds">When the certificate ends, if one was shown.</param>
public sealed record SampleMark(DateTimeOffset At, string? Owner, string? Code, ProbeTimings Timings, DateTimeOffset? CertificateEnds)
{
    /// <summary>Whether it passed.</summary>
    public bool Passed => Owner is null;
}
