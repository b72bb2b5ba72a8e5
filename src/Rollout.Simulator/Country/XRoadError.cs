namespace Rollout.Simulator;

/// <summary>What a Security Server says is wrong, in the spelling of version 7.7.</summary>
internal sealed record XRoadError(string Type, string Message)
{
    /// <summary>The provider's side fails with 500, the caller's mistakes are 400.</summary>
    public int Status => Type.StartsWith("Server.", StringComparison.Ordinal) ? 500 : 400;

    public static XRoadError NoClient { get; } = new("Client.BadRequest", "Missing required header X-Road-Client");

    public static XRoadError NoSuchService(string service) => new("Server.ServerProxy.UnknownService", $"Unknown service: {service}");

    public static XRoadError NoSuchMember(string provider) =>
        new("Server.ClientProxy.UnknownMember", $"Could not find addresses for service provider \"{provider}\"");

    public static XRoadError NoSuchCaller(string client) => new("Server.ClientProxy.UnknownMember", $"Client 'SUBSYSTEM:{client}' not found");

    /// <summary>Null when the fault is none of X-Road's.</summary>
    public static XRoadError? Of(FaultWindow fault, ProviderId provider, string service, string client)
    {
        var full = $"{provider.Identifier}/{service}";
        return fault.Kind switch
        {
            FaultKind.UnknownService => NoSuchService(full),
            FaultKind.AccessDenied => new("Server.ServerProxy.AccessDenied", $"Request is not allowed: {full}"),
            FaultKind.ServiceDisabled => new("Server.ServerProxy.ServiceDisabled", $"Service {full} is disabled: {fault.Message}"),
            FaultKind.Maintenance => new("Server.ServerProxy.MaintenanceMode", $"Security server is in maintenance mode: {fault.Message}"),
            FaultKind.UnknownMember => NoSuchMember(provider.Identifier),
            FaultKind.UnknownClient => NoSuchCaller(client),
            FaultKind.InvalidSecurityServer => new("Server.ClientProxy.InvalidSecurityServer", fault.Message ?? $"Security server of {provider.Identifier} is not registered"),
            FaultKind.SslAuthenticationFailed =>
                new("Server.ClientProxy.SslAuthenticationFailed", $"Client ({client}) specifies HTTPS but did not supply TLS certificate"),
            FaultKind.NetworkError => new("Server.ClientProxy.NetworkError", fault.Message ?? "Could not connect to any target host"),
            FaultKind.ServiceFailed => new("Server.ServerProxy.ServiceFailed", fault.Message ?? $"Service {full} did not answer"),
            FaultKind.OutdatedGlobalConf => new("Server.ServerProxy.OutdatedGlobalConf", fault.Message ?? "Global configuration is expired"),
            _ => null,
        };
    }
}
