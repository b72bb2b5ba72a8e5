using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Jobs;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>
/// What one check over a fresh connection costs in processor time, looked at, judged and stored, beside a bare HttpClient that asks the same of
/// the same server, and beside Debian's blackbox exporter that stores nothing. Rounds are interleaved; the answering server is another process.
/// </summary>
internal static class Probes
{
    private const int Rounds = 7;
    private const int SweepsInARound = 30;

    // A server that has run for a minute is compared, not one that still compiles itself.
    private const int Warming = 4;

    private const int AtOnce = 32;

    /// <summary>Addresses of this machine, so that no two checks wait for the same host.</summary>
    public static ImmutableArray<string> Addresses { get; } = [.. Enumerable.Range(1, 64).Select(i => $"127.0.1.{i}")];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bench-probes-").FullName;
        var (port, secure) = (Servers.FreePort(), Servers.FreePort());
        using var server = Servers.Start(Servers.Self, "probed", $"{port}", $"{secure}", folder);
        try
        {
            await Servers.AnsweredAsync(port, "/");
            await MeasureAsync("http", folder, $"http://{{0}}:{port}/", 1.6, exporter: true);
            await MeasureAsync("https", folder, $"https://{{0}}:{secure}/", 1.2, exporter: false);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string scheme, string folder, string pattern, double limit, bool exporter)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, scheme)).FullName;
        File.Copy(Path.Combine(folder, "trusted-roots.pem"), Path.Combine(data, "trusted-roots.pem"));
        await using var services = Open(data);
        var programme = Country.Programme;
        var urls = await AgreeAsync(services, pattern);
        var sweep = services.GetRequiredService<ProbeSweep>();
        var samples = services.GetRequiredService<ProbeSamples>();
        await samples.StartAsync(default);
        using var client = Bare(folder);
        using var blackbox = exporter ? Exporter(folder) : null;
        var (ours, bare, peer) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 1 - Warming; round <= Rounds; round++)
        {
            var our = await CostAsync(Process.GetCurrentProcess(), urls.Count * SweepsInARound, async () =>
            {
                for (var i = 0; i < SweepsInARound; i++)
                    if (await sweep.RunAsync(programme, null, null, default) != urls.Count) throw new InvalidOperationException("Not every target was looked at.");
            });
            var plain = await CostAsync(Process.GetCurrentProcess(), urls.Count * SweepsInARound, () => AskAsync(client, urls, SweepsInARound));
            if (round > 0) (ours, bare) = ([.. ours, our], [.. bare, plain]);
            if (blackbox is not null && await blackbox.CostAsync(urls, round > 0 ? 3 : 1) is var theirs && round > 0) peer.Add(theirs);
        }
        await samples.StopAsync(default);
        Expect(services, programme);
        Figure.Ratio($"probes: processor time of a fresh {scheme} check, judged and stored, beside a bare HttpClient", ours, bare, "ms", limit);
        if (peer.Count > 0) Figure.Ratio("probes: the same beside prometheus-blackbox-exporter, which stores nothing", ours, peer, "ms", 1);
        else if (exporter) Console.Out.WriteLine("probes: prometheus-blackbox-exporter is not installed (Debian: apt-get install prometheus-blackbox-exporter): not compared");
    }

    private static Blackbox? Exporter(string folder) => Blackbox.Installed ? new(folder) : null;

    /// <summary>A figure of checks that all failed would be a figure of nothing.</summary>
    private static void Expect(ServiceProvider services, Programme programme)
    {
        var streaks = services.GetRequiredService<StreakBook>();
        var passed = services.GetRequiredService<Targets>().All.All(t => programme.Probes.Where(p => p.Role == t.Role).All(p => streaks.Of(t.Id, p.Key) is { Failures: 0, Passes: > 100 }));
        if (!passed) throw new InvalidOperationException("A check did not pass.");
    }

    private static async Task<List<Uri>> AgreeAsync(ServiceProvider services, string pattern)
    {
        var (item, phase) = (services.GetRequiredService<ProgrammeCatalog>().All[0], Country.Programme.Phases[0].Key);
        var places = item.Participants.All.SelectMany((p, i) => ((string[])["receive", "status", "civil"]).Select(role =>
            (item.Programme.Key, p.Id, phase, role, new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, Addresses[i % Addresses.Length]))))).ToList();
        services.GetRequiredService<Targets>().Put(places);
        await services.GetRequiredService<StepRecorder>().RecordAllAsync(item.Programme.Key, [.. item.Participants.All.Select(StepCommand (p) => Agreed(p.Id))], default);
        return places.ConvertAll(p => p.Item5);
    }

    public static StepCommand Agreed(ParticipantId id) => new StepCommand.SetProbing(new(ActorKind.Participant, "generated", null, id), id, ProbingConsent.Agreed, null);

    private static ServiceProvider Open(string data)
    {
        var services = new ServiceCollection();
        services.AddSingleton(DataFiles.ReadAll(DataFiles.Folder).Catalog!).AddSingleton(TimeProvider.System).AddSingleton(DomainClock.Real(TimeProvider.System))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddStorage(new(data));
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Probing:AllowLoopback", "true"), new("Probing:Concurrency", $"{AtOnce}")]).Build();
        services.AddProbing(settings, new StorageOptions(data), demo: false);
        services.AddSweeps(new(null));
        var provider = services.BuildServiceProvider();
        provider.OpenStorage();
        return provider;
    }

    /// <summary>A client that opens a connection for each request, as the checks do, and trusts the same root.</summary>
    private static HttpClient Bare(string folder)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(Path.Combine(folder, "trusted-roots.pem"));
        var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } });
        client.DefaultRequestHeaders.ConnectionClose = true;
        return client;
    }

    private static async Task AskAsync(HttpClient client, List<Uri> urls, int times)
    {
        for (var i = 0; i < times; i++)
            await Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (url, ct) =>
            {
                using var answer = await client.GetAsync(url, ct);
                if (!(await answer.Content.ReadAsStringAsync(ct)).Contains("UP", StringComparison.Ordinal)) throw new InvalidOperationException("Not up.");
            });
    }

    /// <summary>Milliseconds of processor time that a piece of work costs.</summary>
    public static async Task<double> CostAsync(Process process, int pieces, Func<Task> work)
    {
        process.Refresh();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / pieces;
    }
}
