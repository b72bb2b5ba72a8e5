using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>
/// Whether a Security Server lists the services it should, asked the way X-Road's own connection test asks. The target is the provider as a
/// path: <c>https://host/r1/INSTANCE/CLASS/MEMBER/SUBSYSTEM</c>.
/// </summary>
internal sealed class XRoadProbe(HttpExchange exchange, TimeProvider time) : TimedProbe(time)
{
    public override ProbeKind Kind => ProbeKind.XRoad;

    protected override async Task<Fault?> LookAsync(ProbeRequest request, CheckNotes notes, CancellationToken cancellationToken)
    {
        if (request.Definition.Client is not { Length: > 0 } client)
            return FaultOwnership.Of(request, new(FaultCodes.SelfClientMissing, request.Definition.Key));
        using var message = new HttpRequestMessage(HttpMethod.Get, ListingOf(request.Target.Url));
        if (RequestHeaders.Add(message, request) is { } missing) return FaultOwnership.Of(request, missing);
        message.Headers.TryAddWithoutValidation("X-Road-Client", client);
        message.Headers.TryAddWithoutValidation("X-Road-Id", Guid.NewGuid().ToString());
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        var (answer, trouble) = await exchange.SendAsync(message, request.Definition.Timeout, notes, cancellationToken);
        if (answer is null) return FaultOf(request, trouble);
        using var _ = answer;
        return Judge(request, answer, answer.Observed(Kind, notes));
    }

    private static Fault? Judge(ProbeRequest request, HttpAnswer answer, Observation seen)
    {
        if (XRoadErrorReader.Read(answer) is { } error) return XRoadOwnership.Of(request, error);
        // A failure that X-Road does not sign is the provider's own system's.
        if (ConditionEvaluator.EvaluateSuccess(seen) is { } refused)
            return FaultOwnership.OfAnswer(request, refused, answer.Status);
        if (XRoadListing.Read(answer.Body) is not { } listed)
            return FaultOwnership.Of(request, new(FaultCodes.XRoadUnreadable, Excerpt.Of(BodyText.Of(answer.Body, seen.Charset))));
        var absent = request.Definition.Services.Where(s => !listed.Contains(s)).ToList();
        if (absent.Count > 0) return FaultOwnership.Of(request, new(FaultCodes.XRoadServiceMissing, Excerpt.Of(string.Join(", ", absent))));
        return FaultOf(request, ConditionEvaluator.Evaluate(request.Definition.Conditions, seen));
    }

    private static Uri ListingOf(Uri provider) => new(provider.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/listMethods");
}
