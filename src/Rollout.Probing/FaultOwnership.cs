using System.Net;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>
/// Rule 4 of product.md for everything below X-Road: whose fault a trouble is. The address of an X-Road check is the participant's Security
/// Server, every other one its information system.
/// </summary>
internal static class FaultOwnership
{
    /// <summary>The fault of a line that could not be opened or was lost, or of a check that could not be made.</summary>
    public static Fault Of(ProbeRequest request, Trouble trouble)
    {
        // Unanswered so far: before we blame anybody, has anybody let us in yet?
        var code = !request.EverPassed && trouble.Code is FaultCodes.TcpTimeout or FaultCodes.TcpUnreachable ? FaultCodes.NetFirewall : trouble.Code;
        return new(IsOurs(code, request.EverPassed) ? FaultOwner.Self : Theirs(request.Definition.Kind), code, trouble.Detail);
    }

    /// <summary>
    /// The fault of an answer that is not as wanted: the information system's, whoever passed it on; denied before the first pass, ours.
    /// </summary>
    public static Fault OfAnswer(ProbeRequest request, Trouble trouble, HttpStatusCode status)
    {
        var denied = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        var ours = IsOurs(trouble.Code, request.EverPassed) || (denied && !request.EverPassed);
        return new(ours ? FaultOwner.Self : FaultOwner.ParticipantSystem, trouble.Code, trouble.Detail);
    }

    private static bool IsOurs(string code, bool everPassed) =>
        code.StartsWith("self.", StringComparison.Ordinal) || code.StartsWith("net.", StringComparison.Ordinal)
        || (!everPassed && code is FaultCodes.TlsRefused or FaultCodes.TlsClosed);

    private static string Theirs(ProbeKind kind) => kind == ProbeKind.XRoad ? FaultOwner.ParticipantGateway : FaultOwner.ParticipantSystem;
}
