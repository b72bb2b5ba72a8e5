using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>What all checks share: the timeout, and that running into it is a fault of the leg on which it struck.</summary>
internal abstract class TimedProbe(TimeProvider time) : IProbe
{
    public abstract ProbeKind Kind { get; }

    public async Task<ProbeFinding> CheckAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        var limit = request.Definition.Timeout;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        var notes = new CheckNotes(time);
        try
        {
            return notes.Finding(await LookAsync(request, notes, patience.Token));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return notes.Finding(FaultOwnership.Of(request, notes.TimedOut(limit)));
        }
    }

    protected abstract Task<Fault?> LookAsync(ProbeRequest request, CheckNotes notes, CancellationToken cancellationToken);

    protected static Fault? FaultOf(ProbeRequest request, Trouble? trouble) => trouble is null ? null : FaultOwnership.Of(request, trouble);
}
