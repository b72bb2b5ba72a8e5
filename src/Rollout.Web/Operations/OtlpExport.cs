using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Rollout.Web.Telemetry;

namespace Rollout.Web.Operations;

/// <summary>
/// Sends measurements and traces over OTLP. Built by hand: the package that would do it is not in the feed. Registered only when a collector is
/// configured, and before everything else, so that it ends last and sends what the end itself measured.
/// </summary>
internal sealed class OtlpExport(TelemetrySettings settings, IServiceProvider services) : IHostedService, IDisposable
{
    private const string Service = "rollout";

    /// <summary>Milliseconds that measurements, and after them traces, may take at the end.</summary>
    private const int Patience = 3000;

    /// <summary>Ours, the web server's and the runtime's.</summary>
    private static readonly string[] Meters =
    [
        WebMeters.Instrumentation, "Rollout.Probing", "Rollout.Storage",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Components.Server.Circuits", "System.Runtime", "Npgsql",
    ];

    // Requests are measured and not traced: their spans would carry addresses and agents of people.
    private static readonly string[] Sources = [WebMeters.Instrumentation, "Rollout.Probing", "Rollout.Storage"];

    private ServerGauges? _gauges;
    private MeterProvider? _meters;
    private TracerProvider? _traces;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(Service, serviceVersion: ThisNode.Version, serviceInstanceId: ThisNode.Key);
        _gauges = ActivatorUtilities.CreateInstance<ServerGauges>(services);
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(o => Set(o, "v1/metrics")).Build();
        // Whatever a proxy says of sampling: what is traced here is little.
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).SetSampler(new AlwaysOnSampler()).AddSource(Sources).AddOtlpExporter(o => Set(o, "v1/traces")).Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left, unless the collector keeps the end waiting.</summary>
    public async Task StopAsync(CancellationToken cancellationToken) => await Task.Run(
        () =>
        {
            _meters?.Shutdown(Patience);
            _traces?.Shutdown(Patience);
        }, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <inheritdoc/>
    public void Dispose()
    {
        _gauges?.Dispose();
        _meters?.Dispose();
        _traces?.Dispose();
    }

    /// <summary>Over http each kind has its own path below the collector's address; over gRPC the service's name is enough.</summary>
    private void Set(OtlpExporterOptions options, string path)
    {
        var address = settings.Endpoint!.AbsoluteUri.TrimEnd('/');
        (options.Protocol, options.Endpoint) = settings.Grpc
            ? (OtlpExportProtocol.Grpc, settings.Endpoint)
            : (OtlpExportProtocol.HttpProtobuf, new($"{address}/{path}"));
    }
}
