using System.Diagnostics;

namespace Rollout.Benchmarks;

/// <summary>Debian's prometheus-blackbox-exporter: asked for each target as Prometheus would ask it, over a connection that stays.</summary>
internal sealed class Blackbox : IDisposable
{
    private const string Program = "/usr/bin/prometheus-blackbox-exporter";

    private const string Modules = """
        modules:
          up: { prober: http, timeout: 5s, http: { preferred_ip_protocol: ip4, fail_if_body_not_matches_regexp: ['"status":"UP"'] } }
        """;

    private readonly HttpClient _client;
    private readonly Process _process;

    public Blackbox(string folder)
    {
        var (file, port) = (Path.Combine(folder, "blackbox.yml"), Servers.FreePort());
        File.WriteAllText(file, Modules);
        _process = Process.Start(new ProcessStartInfo(Program, [$"--config.file={file}", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error"]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        _client = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    public static bool Installed => File.Exists(Program);

    /// <summary>What a check costs it, in milliseconds of processor time.</summary>
    public async Task<double> CostAsync(List<Uri> urls, int times)
    {
        await Servers.AnsweredAsync(_client.BaseAddress!.Port, "/");
        return await Probes.CostAsync(_process, urls.Count * times, async () =>
        {
            for (var i = 0; i < times; i++)
                await Parallel.ForEachAsync(urls, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (url, ct) =>
                {
                    var said = await _client.GetStringAsync(new Uri($"/probe?module=up&target={Uri.EscapeDataString($"{url}")}", UriKind.Relative), ct);
                    if (!said.Contains("probe_success 1", StringComparison.Ordinal)) throw new InvalidOperationException("The exporter's check did not pass.");
                });
        });
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }
}
