using System.Globalization;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>
/// Whether a made-up dossier makes the round trip, in the test environment only. What an endpoint must offer (the programme file says it too):
/// <list type="bullet">
/// <item><c>POST {base}</c> with the header <c>Idempotency-Key</c> and the probe's body submits a dossier; 200 or 201 with <c>{"id"}</c>. The
/// same key is the same dossier, however often it is sent.</item>
/// <item><c>GET {base}/{id}</c> answers <c>{"arrived", "synchronised", "returned", "status", "result"}</c>, the first three true or false;
/// optionally <c>"final": true</c> when nothing more will come, and <c>"heldBy"</c>, the key of the agency with which it lies.</item>
/// <item><c>DELETE {base}/{id}</c> removes it with all its traces; the key may stand for the id, for when the answer to the submission was lost.</item>
/// </list>
/// All three carry the declared headers, one of which is the test account that the agency grants. One trip gives each leg its own finding.
/// </summary>
internal sealed class DossierProbe(HttpExchange exchange, TimeProvider time) : IProbe
{
    public ProbeKind Kind => ProbeKind.Dossier;

    public async Task<ProbeFinding> CheckAsync(ProbeRequest request, CancellationToken cancellationToken) =>
        (await TravelAsync([request], cancellationToken)).Findings[0];

    /// <summary>One trip for all the legs of a target, asked for by as many probes. A finding for each, in their order.</summary>
    public async Task<DossierRound> TravelAsync(IReadOnlyList<ProbeRequest> requests, CancellationToken cancellationToken)
    {
        var lead = requests.FirstOrDefault(r => r.Definition.Body is not null) ?? requests[0];
        if (requests.Select(Refusal).FirstOrDefault(r => r is not null) is { } refusal)
            return new([.. requests.Select(r => new CheckNotes(time).Finding(FaultOwnership.Of(r, refusal)))], null);
        var course = new DossierCourse(exchange, time, lead, requests.Max(r => r.Definition.Leg ?? DossierLeg.Arrived));
        var limit = requests.Max(r => r.Definition.Timeout);
        await course.RunAsync(limit, cancellationToken);
        return new([.. requests.Select(r => course.Finding(r, FaultOf(r, course, requests, limit)))], course.Left);
    }

    /// <summary>Why nothing is sent at all.</summary>
    private static Trouble? Refusal(ProbeRequest request) =>
        !request.Definition.Phases.Contains(request.Target.Phase) ? new(FaultCodes.SelfPhase, request.Target.Phase)
        : !RequestHeaders.NeedSecret(request.Definition) ? new(FaultCodes.SelfTestAccountMissing, request.Definition.Key)
        : null;

    private static Fault? FaultOf(ProbeRequest request, DossierCourse course, IReadOnlyList<ProbeRequest> all, TimeSpan limit)
    {
        var leg = request.Definition.Leg ?? DossierLeg.Arrived;
        if (course.Reached(leg)) return null;
        if (course.Trouble is { } trouble)
            return course.Status is { } status ? FaultOwnership.OfAnswer(request, trouble, status) : FaultOwnership.Of(request, trouble);
        // Where the chain broke is the first leg that is missing, whichever leg is asked for.
        var stop = Enum.GetValues<DossierLeg>().First(l => !course.Reached(l));
        var stopped = all.FirstOrDefault(r => r.Definition.Leg == stop) ?? request;
        var detail = course.State?.Status ?? string.Create(CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0.###} s");
        return new(OwnerOf(stopped.Definition, stop, course.State), CodeOf(stop), Excerpt.Of(detail));
    }

    /// <summary>
    /// The participant's system takes in, sends on (step 2.2) and sends back (3.3), so that a dossier that stands still is its own, unless the
    /// answer says that it was sent on and lies with an agency behind it: nobody is charged with another's delay. When most participants show
    /// it, that is the agency's without anybody's word, which is for whoever sees the whole sweep to decide.
    /// </summary>
    private static string OwnerOf(ProbeDefinition stopped, DossierLeg stop, DossierState? state) =>
        stop == DossierLeg.Synchronised && state?.HeldBy is { } holder && (holder == stopped.Via || holder == stopped.Owner) ? holder : FaultOwner.ParticipantSystem;

    private static string CodeOf(DossierLeg stop) => stop switch
    {
        DossierLeg.Arrived => FaultCodes.DossierNotArrived,
        DossierLeg.Synchronised => FaultCodes.DossierNotSynchronised,
        _ => FaultCodes.DossierNotReturned,
    };
}
