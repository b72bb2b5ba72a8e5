namespace Rollout.Probing;

/// <summary>An error as X-Road tells it.</summary>
/// <param name="Type">As written: <c>Server.ServerProxy.UnknownService</c>, from 7.8 on <c>server.serverproxy.unknown_service</c>.</param>
/// <param name="Message">The sentence beside it.</param>
/// <param name="Soap">Whether it came as a SOAP fault, which the provider's own system can send too.</param>
internal sealed record XRoadError(string Type, string Message, bool Soap)
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["unknownmember"] = FaultCodes.XRoadUnknownMember,
        ["unknownservice"] = FaultCodes.XRoadUnknownService,
        ["accessdenied"] = FaultCodes.XRoadAccessDenied,
        ["servicedisabled"] = FaultCodes.XRoadServiceDisabled,
        ["servicefailed"] = FaultCodes.XRoadServiceFailed,
        ["sslauthenticationfailed"] = FaultCodes.XRoadSslAuthenticationFailed,
        ["maintenancemode"] = FaultCodes.XRoadMaintenanceMode,
        ["outdatedglobalconf"] = FaultCodes.XRoadOutdatedGlobalConf,
        ["globalconfoutdated"] = FaultCodes.XRoadOutdatedGlobalConf,
        ["invalidsecurityserver"] = FaultCodes.XRoadInvalidSecurityServer,
        ["networkerror"] = FaultCodes.XRoadNetworkError,
        ["ioerror"] = FaultCodes.XRoadNetworkError,
        ["unknownhost"] = FaultCodes.XRoadNetworkError,
    };

    private readonly string[] _segments =
        Type.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant().Split('.', StringSplitOptions.TrimEntries);

    /// <summary>One of <see cref="FaultCodes"/>, by the last segment that says something: a cause may stand behind it.</summary>
    public string Code => _segments.Reverse().Select(s => Codes.GetValueOrDefault(s)).FirstOrDefault(c => c is not null) ?? FaultCodes.XRoadOther;

    /// <summary>Whether the caller's own Security Server tells it.</summary>
    public bool FromClientProxy => _segments.Contains("clientproxy");

    /// <summary>Whether the provider's Security Server tells it.</summary>
    public bool FromServerProxy => _segments.Contains("serverproxy");

    /// <summary>Whether nothing in it is X-Road's: the provider's system speaks SOAP itself.</summary>
    public bool IsProvidersOwn => Soap && !FromClientProxy && !FromServerProxy && Code == FaultCodes.XRoadOther;

    /// <summary>For people.</summary>
    public string Detail => Excerpt.Of(Message.Length == 0 ? Type : $"{Type}: {Message}");
}
