namespace Rollout.Core.Verification;

/// <summary>One check of one target: a pass, or a fault with its owner.</summary>
/// <param name="Target">What was checked.</param>
/// <param name="Probe">Key of the probe.</param>
/// <param name="At">When, on the domain clock.</param>
/// <param name="Fault">Null when it passed.</param>
/// <param name="Timings">How long it took.</param>
/// <param name="Address">The address reached, if any.</param>
/// <param name="CertificateEnds">When the server's certificate ends, if it showed one (real time).</param>
public sealed record ProbeResult(
    ProbeTarget Target, string Probe, DateTimeOffset At, Fault? Fault, ProbeTimings Timings, string? Address, DateTimeOffset? CertificateEnds)
{
    /// <summary>The part of the answer that decided, at most 4 KB, secrets struck out; null when there was none.</summary>
    public string? Said { get; init; }

    /// <summary>Whether it passed.</summary>
    public bool Passed => Fault is null;
}
