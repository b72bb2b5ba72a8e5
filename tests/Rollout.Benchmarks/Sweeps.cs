using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>
/// Ten thousand targets at one-minute intervals at a published server: 2,500 generated participants with four addresses each. Most are up from
/// the beginning, some come up while it is measured; a browser with the overview open notes when each shows.
/// </summary>
internal static class Sweeps
{
    private const int Participants = 2500;
    private const int Roles = 4;
    private const int ComingUp = 600;
    private const int Interval = 60;
    private static readonly TimeSpan Warming = TimeSpan.FromMinutes(3.5);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    private static string Yaml => $$"""
        key: many
        title: Many targets
        lead: lead
        participants: many
        participantWord: Place
        organisations:
          - { key: lead, names: [{ full: Lead, short: Lead }] }
        systems:
          - { key: one, title: One, owner: lead }
        phases:
          - { key: only, title: Only, knownFrom: 2024-01-01 }
        parts:
          - key: A
            title: Part
            system: one
            steps:
        {{Each(i => $"      - {{ key: A{i}, title: Step {i}, reports: participant, probe: {{ settles: [p{i}] }}, fallback: lead }}")}}
        probes:
        {{Each(i => $"  - {{ key: p{i}, kind: http, role: r{i}, system: one, conditions: [status == 200, 'json $.status == \"UP\"'] }}")}}
        verification: { every: {{Interval}}s }
        statusLists:
          - { number: 1, title: Begun, where: { one: [inProgress, completed] } }
        appendix: { name: List, title: MANY, issuedWith: "-", columns: [No., What, Count, Who] }
        blockerKinds: { other: Other }
        """;

    public static async Task RunAsync()
    {
        var chromium = Chromium();
        var folder = Directory.CreateTempSubdirectory("bench-sweeps-").FullName;
        try
        {
            var program = Generate(Servers.Published().Program, folder);
            var (data, probed, port) = (Directory.CreateDirectory(Path.Combine(folder, "kept")).FullName, Servers.FreePort(), Servers.FreePort());
            await PutAsync(Path.GetDirectoryName(program)!, data, probed);
            using var other = Servers.Start(Servers.Self, "probed", $"{probed}", $"{Servers.FreePort()}", folder);
            await Servers.AnsweredAsync(probed, "/");
            using var server = Servers.Start(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["Probing__AllowLoopback"] = "true" }, program, "serve", "--data", data, "--urls", $"http://127.0.0.1:{port}");
            try
            {
                await Servers.AnsweredAsync(port, "/");
                var (seen, memory) = await WatchAsync(server, port, chromium);
                Tell(data, seen, memory);
            }
            finally
            {
                server.Kill();
                other.Kill();
                await server.WaitForExitAsync();
                await other.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The browser that is used.</summary>
    public static string Chromium() => Array.Find(["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"], File.Exists)
        ?? throw new InvalidOperationException("Chromium is missing: tests/run installs it as root (Debian: apt-get install chromium).");

    /// <summary>The published program with the generated programme in the place of its own.</summary>
    private static string Generate(string program, string folder)
    {
        var copy = Path.Combine(folder, "program");
        Copy(Path.GetDirectoryName(program)!, copy);
        var programmes = Path.Combine(copy, "data", "programmes");
        Directory.Delete(programmes, recursive: true);
        Directory.CreateDirectory(programmes);
        File.WriteAllText(Path.Combine(programmes, "many.yaml"), Yaml);
        File.WriteAllLines(Path.Combine(copy, "data", "participants", "many.csv"), Enumerable.Range(0, Participants).Select(i => $"{i:0000},Place {i:0000},place").Prepend("code,name,kind"));
        return Path.Combine(copy, Path.GetFileName(program));
    }

    /// <summary>Addresses and consents, through the product's own storage. No two participants share a host.</summary>
    private static async Task PutAsync(string program, string data, int port)
    {
        var catalog = DataFiles.ReadAll(Path.Combine(program, "data")).Catalog!;
        await using var services = new ServiceCollection().AddSingleton(catalog).AddSingleton(TimeProvider.System).AddSingleton(DomainClock.Real(TimeProvider.System))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).AddStorage(new(data)).BuildServiceProvider();
        services.OpenStorage();
        var item = catalog.All[0];
        services.GetRequiredService<Targets>().Put([
            .. item.Participants.All.SelectMany((p, i) => Enumerable.Range(0, Roles).Select(r =>
                (item.Programme.Key, p.Id, "only", $"r{r}", new Uri($"http://127.0.{1 + (i / 250)}.{1 + (i % 250)}:{port}/{ComesUpAfter(i, r)}"))))]);
        await services.GetRequiredService<StepRecorder>().RecordAllAsync(item.Programme.Key, [.. item.Participants.All.Select(StepCommand (p) => Probes.Agreed(p.Id))], default);
    }

    /// <summary>Seconds after the beginning at which a target comes up, spread over what is measured; null for at once.</summary>
    private static string ComesUpAfter(int participant, int role) => role == 0 && participant < ComingUp
        ? ((int)(Warming + (Window * participant / ComingUp)).TotalSeconds).ToString(CultureInfo.InvariantCulture) : "";

    private static async Task<(Dictionary<string, DateTimeOffset> Seen, double Memory)> WatchAsync(Process server, int port, string chromium)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
        await Task.Delay(Warming - TimeSpan.FromSeconds(5));
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{port}/?phase=only");
        await page.Locator("[data-clock=on]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        // On the whole body: the circuit replaces what was there before it.
        await page.EvaluateAsync("""
            window.shown = {};
            const look = () => document.querySelectorAll('section.latest li').forEach(line => { const name = line.textContent.match(/Place \d+/)?.[0]; if (name) window.shown[name] ??= Date.now(); });
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
            """);
        var memory = 0d;
        for (var until = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(until) < Window + TimeSpan.FromSeconds(Interval);)
        {
            await Task.Delay(1000);
            server.Refresh();
            memory = Math.Max(memory, server.WorkingSet64 / 1024d / 1024d);
        }
        var shown = JsonSerializer.Deserialize<Dictionary<string, double>>(await page.EvaluateAsync<string>("JSON.stringify(window.shown)"))!;
        return (shown.ToDictionary(s => s.Key, s => DateTimeOffset.FromUnixTimeMilliseconds((long)s.Value), StringComparer.Ordinal), memory);
    }

    private static void Tell(string data, Dictionary<string, DateTimeOffset> seen, double memory)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "rollout.db")}");
        connection.Open();
        var gaps = Read(connection, "SELECT at - lag(at) OVER (PARTITION BY target_id ORDER BY id) FROM samples", r => r.IsDBNull(0) ? 0d : r.GetDouble(0) / 1000).Where(g => g > 0).ToList();
        Figure.Limit(
            "sweeps: 10,000 targets a minute, the longest a check was late", $"{gaps.Count} checks, median {Figure.Median(gaps):0.0} s apart, longest {gaps.Max():0.0} s", gaps.Max() - Interval, 5);
        Figure.Limit("sweeps: resident memory at its highest", $"{memory:0} MB", memory, 400);
        // The first pass of a target that came up while somebody looked begins its step. Those that were up from the beginning have settled by then.
        var begun = Read(
            connection, $"SELECT participant, min(at) FROM samples JOIN targets t ON t.id = target_id WHERE fault_owner IS NULL AND role = 'r0' AND participant < 'many/{ComingUp:0000}' GROUP BY participant",
            r => (Name: $"Place {r.GetString(0)[^4..]}", At: DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(1))));
        var late = begun.Where(b => seen.ContainsKey(b.Name)).Select(b => (seen[b.Name] - b.At).TotalMilliseconds).Where(ms => ms >= 0).ToList();
        if (late.Count < ComingUp / 2) throw new InvalidOperationException($"Only {late.Count} changes were seen on the page.");
        Figure.Limit(
            "sweeps: from a finished probe to the open page, p99 under that load", $"{late.Count} changes, median {Figure.Median(late):0} ms, longest {late.Max():0} ms",
            Figure.Quantile(late, 0.99) / 1000, 1);
    }

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static string Each(Func<int, string> line) => string.Join('\n', Enumerable.Range(0, Roles).Select(line));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
