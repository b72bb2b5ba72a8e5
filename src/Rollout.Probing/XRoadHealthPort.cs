using System.Collections.Concurrent;
using System.Net;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>
/// The health port of a Security Server: plain HTTP, any path; 200 when it is well, 503 in maintenance mode, 500 with the reason in words. It
/// answers from memory, a good answer for 2 s and a bad one for 30 s: a failure told again within 30 s is the same one, and counts once.
/// </summary>
internal sealed class XRoadHealthPort(HttpExchange exchange, TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, long> _bad = new();

    public async Task<Fault?> LookAsync(ProbeRequest request, CheckNotes notes, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, request.Target.Url);
        if (RequestHeaders.Add(message, request, notes) is { } missing) return FaultOwnership.Of(request, missing);
        var (answer, trouble) = await exchange.SendAsync(message, request.Definition.Timeout, notes, cancellationToken);
        if (answer is null) return trouble is null ? null : FaultOwnership.Of(request, trouble);
        using var _ = answer;
        var seen = answer.Observed(request.Definition.Kind, notes);
        notes.Said = answer.Said(seen);
        return answer.Status switch
        {
            HttpStatusCode.ServiceUnavailable => new(FaultOwner.Self, FaultCodes.XRoadMaintenanceMode, Excerpt.Of(notes.Said)),
            HttpStatusCode.InternalServerError => Sick(request, Excerpt.Of(notes.Said)),
            _ => Well(request, seen),
        };
    }

    private Fault? Well(ProbeRequest request, Observation seen)
    {
        _bad.TryRemove(request.Target.Id, out var _);
        // Anything else is no health port's word, and what answers there is still the gateway.
        var unmet = ConditionEvaluator.EvaluateSuccess(seen) ?? ConditionEvaluator.Evaluate(request.Definition.Conditions, seen);
        return unmet is null ? null : FaultOwnership.Of(request, unmet);
    }

    private Fault Sick(ProbeRequest request, string reason)
    {
        var now = time.GetTimestamp();
        var first = _bad.GetOrAdd(request.Target.Id, now);
        if (first != now && time.GetElapsedTime(first, now) < Memory) return new(FaultOwner.Self, FaultCodes.XRoadHealthCached, reason);
        _bad[request.Target.Id] = now;
        return XRoadOwnership.OfHealth(request, reason);
    }
}
