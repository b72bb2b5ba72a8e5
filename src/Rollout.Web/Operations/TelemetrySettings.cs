using Microsoft.Extensions.Options;

namespace Rollout.Web.Operations;

/// <summary>Where measurements and traces are sent: <c>Telemetry:Otlp</c>, an address of a collector; nowhere without it.</summary>
/// <param name="Endpoint">The collector; null for none.</param>
/// <param name="Grpc">Whether it speaks gRPC rather than http/protobuf.</param>
public sealed record TelemetrySettings(Uri? Endpoint, bool Grpc)
{
    private const string Address = "Telemetry:Otlp";
    private const string Protocol = "Telemetry:Protocol";

    /// <summary>Reads them.</summary>
    /// <exception cref="OptionsValidationException">They are wrong, all mistakes together.</exception>
    public static TelemetrySettings Of(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        Uri? endpoint = null;
        if (configuration[Address] is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out endpoint) && endpoint.Scheme is "http" or "https"))
            mistakes.Add($"{Address}: {address} (http://…, https://…)");
        var protocol = configuration[Protocol] ?? "http";
        if (protocol is not ("http" or "grpc")) mistakes.Add($"{Protocol}: {protocol} (http, grpc)");
        return mistakes.Count > 0 ? throw new OptionsValidationException(Address, typeof(TelemetrySettings), mistakes) : new(endpoint, protocol == "grpc");
    }
}
