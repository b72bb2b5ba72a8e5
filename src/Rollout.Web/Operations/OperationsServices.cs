using Microsoft.AspNetCore.Components.Server.Circuits;
using Rollout.Storage.Ledgers;

namespace Rollout.Web.Operations;

/// <summary>What looks after the running program. Nothing of it wakes before it is asked.</summary>
public static class OperationsServices
{
    /// <summary>Adds it.</summary>
    public static void AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ThisNode>().AddSingleton(TelemetrySettings.Of(configuration));
        services.AddSingleton<LedgerFollower>().AddHostedService(p => p.GetRequiredService<LedgerFollower>());
        services.AddSingleton<DatabaseState>().AddSingleton<NetworkState>().AddSingleton<FollowerState>().AddSingleton<Readiness>().AddSingleton<OperationsReading>();
        services.AddSingleton<OpenCircuits>().AddSingleton<CircuitHandler>(p => p.GetRequiredService<OpenCircuits>());
    }
}
