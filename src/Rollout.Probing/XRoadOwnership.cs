using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>Rule 4 of product.md and the table of xroad.md: whose fault an X-Road error is.</summary>
internal static class XRoadOwnership
{
    public static Fault Of(ProbeRequest request, XRoadError error) => error.IsProvidersOwn
        ? new(FaultOwner.ParticipantSystem, FaultCodes.XRoadSoapFault, error.Detail)
        : new(OwnerOf(request, error), error.Code, error.Detail);

    /// <summary>What a health port gives as the reason of its failure: the global configuration is the registrar's, all else the server's own.</summary>
    public static Fault OfHealth(ProbeRequest request, string reason) => reason.Contains("Global configuration", StringComparison.OrdinalIgnoreCase)
        ? new(Registrars(request), FaultCodes.XRoadOutdatedGlobalConf, reason)
        : new(FaultOwner.ParticipantGateway, FaultCodes.XRoadUnhealthy, reason);

    private static string OwnerOf(ProbeRequest request, XRoadError error) => error.Code switch
    {
        // Announced by whoever runs the server, the participant or not: no failure. We cannot see meanwhile, so it is ours and moves nobody's streak.
        FaultCodes.XRoadMaintenanceMode => FaultOwner.Self,
        FaultCodes.XRoadUnknownMember => Unregistered(request, error),
        // The side that cannot be reached: from the caller's server it is the provider's, from the provider's its information system.
        FaultCodes.XRoadNetworkError => error.FromServerProxy ? FaultOwner.ParticipantSystem : FaultOwner.ParticipantGateway,
        FaultCodes.XRoadServiceFailed when !error.FromClientProxy => FaultOwner.ParticipantSystem,
        FaultCodes.XRoadSslAuthenticationFailed => Callers(request),
        FaultCodes.XRoadOutdatedGlobalConf or FaultCodes.XRoadInvalidSecurityServer => Registrars(request),
        _ when error.FromClientProxy => Callers(request),
        FaultCodes.XRoadAccessDenied when !request.EverPassed => FaultOwner.Self,
        // No server's word, and a type that says nothing of the provider: our own request is wrong (types without "Server." come with 400).
        FaultCodes.XRoadOther when !error.FromServerProxy => FaultOwner.Self,
        _ => FaultOwner.ParticipantGateway,
    };

    /// <summary>
    /// The provider's missing registration is the participant's. The client's (ours) means before the first pass that we have no rights yet.
    /// One check cannot tell more: when half of the participants or more show it, it is the registry's fault, which is for whoever sees the
    /// whole sweep to decide, from the code.
    /// </summary>
    private static string Unregistered(ProbeRequest request, XRoadError error)
    {
        if (NamesProvider(request, error)) return FaultOwner.ParticipantGateway;
        if (!request.EverPassed) return FaultOwner.Self;
        return error.FromClientProxy ? Callers(request) : FaultOwner.ParticipantGateway;
    }

    /// <summary>Identifiers stand in messages as they stand in paths, so this needs no knowledge of the sentences around them.</summary>
    private static bool NamesProvider(ProbeRequest request, XRoadError error)
    {
        var path = Uri.UnescapeDataString(request.Target.Url.AbsolutePath).Trim('/');
        var provider = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return provider.Length > 0 && error.Message.Contains(provider, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Who says which members and servers there are.</summary>
    private static string Registrars(ProbeRequest request) => request.Definition.Registry ?? Callers(request);

    private static string Callers(ProbeRequest request) => request.Definition.Via ?? FaultOwner.Self;
}
