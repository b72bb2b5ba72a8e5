using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>A check that ends once the line is open.</summary>
internal abstract class LineProbe(LineOpener opener, TimeProvider time, bool secure) : TimedProbe(time)
{
    protected override async Task<Fault?> LookAsync(ProbeRequest request, CheckNotes notes, CancellationToken cancellationToken)
    {
        var (stream, trouble) = await opener.OpenAsync(request.Target.Url, secure, request.Definition.Timeout, notes, cancellationToken);
        if (stream is null) return FaultOf(request, trouble);
        await stream.DisposeAsync();
        var seen = new Observation(Kind, notes.Seconds) { CertificateLeft = notes.CertificateLeft };
        return FaultOf(request, ConditionEvaluator.Evaluate(request.Definition.Conditions, seen));
    }
}
