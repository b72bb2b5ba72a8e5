using Microsoft.AspNetCore.HttpOverrides;

namespace Rollout.Web.Guarding;

/// <summary>What keeps the door.</summary>
internal static class GuardServices
{
    public static GuardSettings AddGuard(this IServiceCollection services, IConfiguration configuration, Settings.RolloutSettings settings)
    {
        var guard = GuardSettings.Of(configuration, settings);
        services.AddSingleton(guard).AddSingleton<RequestLimits>();
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            // With no proxy named the framework would believe everybody.
            o.ForwardedHeaders = guard.Proxies.IsEmpty ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // From the nearest on back, for as long as each is a proxy that we know: the first stranger is the client.
            o.ForwardLimit = null;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var network in guard.Proxies) o.KnownIPNetworks.Add(network);
        });
        return guard;
    }
}
