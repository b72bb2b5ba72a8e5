using System.Security.Cryptography.X509Certificates;
using Rollout.Probing;
using Rollout.Storage.Database;
using Rollout.Storage.Time;
using Rollout.Web.Quiet;

namespace Rollout.Web.Jobs;

/// <summary>How this installation looks at others, from its settings: <c>Probing:Concurrency</c>, <c>AllowLoopback</c>, <c>UserAgent</c>, <c>SourceAddress</c>, <c>References</c>, <c>Secrets:NAME</c>.</summary>
public static class ProbingServices
{
    /// <summary>Roots trusted beside the operating system's, in the data folder.</summary>
    public const string TrustedRootsFile = "trusted-roots.pem";

    /// <summary>Adds what decides who is looked at, and takes what is seen.</summary>
    public static IServiceCollection AddSweeps(this IServiceCollection services, SweepSettings settings) => services
        .AddSingleton(settings).AddSingleton<QuietHours>().AddSingleton<ProbeRhythm>().AddSingleton<RetiredTargets>().AddSingleton<ProbePlan>().AddSingleton<IncidentWatch>().AddSingleton<SweepStates>().AddSingleton<OthersResults>().AddSingleton<ProbeSweep>();

    /// <summary>Adds the probes and their runner.</summary>
    public static void AddProbing(this IServiceCollection services, IConfiguration configuration, StorageOptions storage, bool demo)
    {
        var section = configuration.GetSection("Probing");
        var roots = new X509Certificate2Collection();
        var file = Path.Combine(storage.Folder, TrustedRootsFile);
        if (File.Exists(file)) roots.ImportFromPemFile(file);
        var usual = new ProbingOptions();
        var options = new ProbingOptions
        {
            UserAgent = section["UserAgent"] ?? usual.UserAgent,
            SourceAddress = section["SourceAddress"],
            Concurrency = section.GetValue("Concurrency", 32),
            AllowLoopback = demo || section.GetValue("AllowLoopback", false),
            TrustedRoots = roots,
            References = [.. section.GetSection("References").GetChildren().Select(r => new Uri(r.Value!))],
        };
        services.AddSingleton(options).AddSingleton<SelfCheck>().AddSingleton(p => new ProbesByKind(options, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new ProbeRunner(
            p.GetRequiredService<ProbesByKind>(), options, name => section[$"Secrets:{name}"] ?? (demo ? name : null), () => p.GetRequiredService<DomainClock>().Now,
            p.GetRequiredService<ILogger<ProbeRunner>>()));
    }
}
