using System.Text;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>
/// Whether a Security Server lists the services it should, asked the way X-Road's own connection test asks. The target is the provider as a
/// path: <c>https://host/r1/INSTANCE/CLASS/MEMBER/SUBSYSTEM</c>; of a health check it is the health port, see <see cref="XRoadHealthPort"/>.
/// </summary>
internal sealed class XRoadProbe(HttpExchange exchange, TimeProvider time) : TimedProbe(time)
{
    private readonly XRoadHealthPort _health = new(exchange, time);

    public override ProbeKind Kind => ProbeKind.XRoad;

    protected override Task<Fault?> LookAsync(ProbeRequest request, CheckNotes notes, CancellationToken cancellationToken) =>
        request.Definition.Health ? _health.LookAsync(request, notes, cancellationToken) : AskAsync(request, notes, cancellationToken);

    private async Task<Fault?> AskAsync(ProbeRequest request, CheckNotes notes, CancellationToken cancellationToken)
    {
        if (request.Definition.Client is not { Length: > 0 } client)
            return FaultOwnership.Of(request, new(FaultCodes.SelfClientMissing, request.Definition.Key));
        using var message = new HttpRequestMessage(HttpMethod.Get, ListingOf(request));
        if (RequestHeaders.Add(message, request, notes) is { } missing) return FaultOwnership.Of(request, missing);
        message.Headers.TryAddWithoutValidation("X-Road-Client", client);
        message.Headers.TryAddWithoutValidation("X-Road-Id", Guid.NewGuid().ToString());
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        var (answer, trouble) = await exchange.SendAsync(message, request.Definition.Timeout, notes, cancellationToken);
        if (answer is null) return FaultOf(request, trouble);
        using var _ = answer;
        var seen = answer.Observed(Kind, notes);
        var fault = Judge(request, answer, seen);
        notes.Said = answer.Said(seen);
        return fault;
    }

    private static Fault? Judge(ProbeRequest request, HttpAnswer answer, Observation seen)
    {
        if (XRoadErrorReader.Read(answer, seen.SaidPart) is { } error) return XRoadOwnership.Of(request, error);
        // A failure that X-Road does not sign is the provider's own system's.
        if (ConditionEvaluator.EvaluateSuccess(seen) is { } refused)
            return FaultOwnership.OfAnswer(request, refused, answer.Status);
        if (XRoadListing.Read(answer.Body) is not { } listed)
            return FaultOwnership.Of(request, new(FaultCodes.XRoadUnreadable, Excerpt.Of(seen.SaidPart.ToString())));
        var absent = request.Definition.Services.Where(s => !listed.Contains(s)).ToList();
        if (absent.Count > 0) return FaultOwnership.Of(request, new(FaultCodes.XRoadServiceMissing, Excerpt.Of(string.Join(", ", absent))));
        foreach (var service in request.Definition.Services) Show(service, answer.Body.Span, seen.SaidPart);
        return FaultOf(request, ConditionEvaluator.Evaluate(request.Definition.Conditions, seen));
    }

    /// <summary>Of a listing the lines of the services that we asked for are what counts.</summary>
    private static void Show(string service, ReadOnlySpan<byte> listing, SaidPart evidence)
    {
        var name = Encoding.UTF8.GetBytes($"\"{service}\"");
        var at = listing.IndexOf(name);
        if (at >= 0) evidence.Place(at, name.Length);
    }

    private static Uri ListingOf(ProbeRequest request)
    {
        var list = request.Definition.Listing == ServiceListing.AllowedMethods ? "allowedMethods" : "listMethods";
        return new(request.Target.Url.GetLeftPart(UriPartial.Path).TrimEnd('/') + '/' + list);
    }
}
