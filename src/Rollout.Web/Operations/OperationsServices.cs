using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Operations;

/// <summary>What looks after the running program. Nothing of it wakes before it is asked.</summary>
public static class OperationsServices
{
    /// <summary>Adds it.</summary>
    public static void AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        var (telemetry, shutdown) = (TelemetrySettings.Of(configuration), ShutdownSettings.Of(configuration));
        services.AddSingleton(telemetry).AddSingleton(shutdown).AddSingleton<StopSignal>();
        // What is added first ends last.
        if (telemetry.Endpoint is not null) services.AddExport();
        services.Configure<HostOptions>(o => o.ShutdownTimeout = shutdown.Limit).AddHostedService<GracefulStop>();
        services.AddSingleton<LedgerFollower>().AddHostedService(p => p.GetRequiredService<LedgerFollower>());
        services.AddSingleton<DatabaseState>().AddSingleton<NetworkState>().AddSingleton<BackupState>().AddSingleton<FollowerState>().AddSingleton<Readiness>().AddSingleton<OperationsReading>();
        services.AddSingleton<OpenCircuits>().AddSingleton<CircuitHandler>(p => p.GetRequiredService<OpenCircuits>());
    }

    // Apart and not inlined: who sends nothing does not load what sends.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddExport(this IServiceCollection services) => services.AddHostedService<OtlpExport>();
}
