using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>Stands in for a kind of check that this build cannot make: it says so, and blames nobody.</summary>
internal sealed class UnsupportedProbe(ProbeKind kind) : IProbe
{
    public ProbeKind Kind => kind;

    public Task<ProbeFinding> CheckAsync(ProbeRequest request, CancellationToken cancellationToken) => Task.FromResult(new ProbeFinding(
        new(FaultOwner.Self, FaultCodes.SelfUnsupported, kind.ToString()), new(null, null, null, null, 0), null, null));
}
