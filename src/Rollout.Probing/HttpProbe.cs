using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>Whether a request is answered as the conditions say; a success by HTTP's own word when there are none.</summary>
internal sealed class HttpProbe(HttpExchange exchange, TimeProvider time) : TimedProbe(time)
{
    public override ProbeKind Kind => ProbeKind.Http;

    protected override async Task<Fault?> LookAsync(ProbeRequest request, CheckNotes notes, CancellationToken cancellationToken)
    {
        var definition = request.Definition;
        using var message = new HttpRequestMessage(HttpMethod.Parse(definition.Method), request.Target.Url);
        if (RequestHeaders.Add(message, request, notes, definition.Body) is { } missing) return FaultOwnership.Of(request, missing);
        var (answer, trouble) = await exchange.SendAsync(message, definition.Timeout, notes, cancellationToken);
        if (answer is null) return FaultOf(request, trouble);
        using var _ = answer;
        var seen = answer.Observed(Kind, notes);
        var unmet = definition.Conditions.IsEmpty
            ? ConditionEvaluator.EvaluateSuccess(seen)
            : ConditionEvaluator.Evaluate(definition.Conditions, seen);
        notes.Said = answer.Said(seen);
        return unmet is null ? null : FaultOwnership.OfAnswer(request, unmet, answer.Status);
    }
}
