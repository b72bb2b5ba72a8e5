using System.Diagnostics;
using System.Globalization;

namespace Rollout.Benchmarks;

/// <summary>
/// Three nodes of the published program on one PostgreSQL server, 500 overview pages live on each: how long a change made at the first takes to
/// come to the pages of every node, and what a page costs each node in memory. All of them, their clients and the database share this machine.
/// </summary>
internal static class Nodes
{
    private const int Count = 3;
    private const int Pages = 500;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        if (Engines.Postgres() is not { } engine) return;
        using (engine)
        {
            var (program, data) = Servers.Published();
            var settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Storage__Provider"] = "postgres",
                ["Storage__Connection"] = engine.Options.Connection,
                ["Jobs__Enabled"] = "false",
            };
            var root = Path.Combine(AppContext.BaseDirectory, "data", "programmes", Country.Programme.Key);
            foreach (var file in Directory.EnumerateFiles(root, "*.json").Order(StringComparer.Ordinal))
                Run(settings, program, "import", "baseline", "--programme", Country.Programme.Key, "--data", engine.Folder, file);
            var key = Run(settings, program, "api-key", "create", "--name", "benchmark", "--role", "monitor", "--data", engine.Folder).Trim().Split('\n')[^1];
            // The same state as the folder's, so that the same cells may change.
            var changes = await Live.ChangesAsync(data);
            var nodes = new List<Node>();
            try
            {
                for (var i = 0; i < Count; i++) nodes.Add(await Node.StartAsync(settings, program, engine.Folder, i, key, changes));
                await WatchAsync(nodes);
            }
            finally
            {
                foreach (var node in nodes) node.Dispose();
            }
        }
    }

    private static async Task WatchAsync(List<Node> nodes)
    {
        foreach (var node in nodes) node.Opened = ViewersPlan.Read<ViewersPlan.Opened>(await node.Viewers.StandardOutput.ReadLineAsync());
        await Task.Delay(Settle);
        foreach (var node in nodes) node.Open = Live.Memory(node.Server, "VmRSS");
        foreach (var node in nodes.Skip(1)) await node.Viewers.StandardInput.WriteLineAsync("go");
        await nodes[0].Viewers.StandardInput.WriteLineAsync("go");
        var seen = ViewersPlan.Read<ViewersPlan.Seen>(await nodes[0].Viewers.StandardOutput.ReadLineAsync());
        Tell(nodes[0], 1, [.. seen.Arrivals.SelectMany(a => a).Where(ms => ms > 0)], seen.Arrivals.Sum(a => a.Count(ms => ms <= 0)), seen.Failed, seen.Failure);
        await Task.Delay(Settle);
        for (var i = 1; i < nodes.Count; i++)
        {
            await nodes[i].Viewers.StandardInput.WriteLineAsync("end");
            var heard = ViewersPlan.Read<ViewersPlan.Heard>(await nodes[i].Viewers.StandardOutput.ReadLineAsync());
            var times = heard.Moments.SelectMany(page => page.Select((moments, change) => moments.Where(at => at >= seen.Sent[change]).DefaultIfEmpty(0).Min() is > 0 and var at
                ? Stopwatch.GetElapsedTime(seen.Sent[change], at).TotalMilliseconds : 0)).ToList();
            Tell(nodes[i], i + 1, [.. times.Where(ms => ms > 0)], times.Count(ms => ms <= 0), heard.Failed, heard.Failure);
        }
    }

    private static void Tell(Node node, int number, List<double> times, int missed, int failed, string? failure)
    {
        var what = $"nodes: node {number} of {Count}, {Pages} overview pages";
        var most = Live.Memory(node.Server, "VmHWM");
        Figure.Limit($"{what}: changes made at node 1 that did not come to a page", $"{failed} pages failed {failure}", missed + failed, 0);
        Figure.Limit($"{what}: p50 in s", $"first {times.Min() / 1000:0.000} s", Figure.Median(times) / 1000, 1);
        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture,
            $"{what}: p99 {Figure.Quantile(times, 0.99) / 1000:0.000} s, max {times.Max() / 1000:0.000} s; {node.Bare:0.00} GB before, {node.Open:0.00} open, {most:0.00} at the highest: {(node.Open - node.Bare) * 1024 / Pages:0.00} MB a page"));
    }

    private static string Run(Dictionary<string, string> settings, params string[] command)
    {
        using var process = Servers.Start(settings, command);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
    }

    /// <summary>A server and those who look at it.</summary>
    private sealed class Node : IDisposable
    {
        public required Process Server { get; init; }

        public required Process Viewers { get; init; }

        public required double Bare { get; init; }

        public ViewersPlan.Opened? Opened { get; set; }

        public double Open { get; set; }

        public static async Task<Node> StartAsync(Dictionary<string, string> settings, string program, string folder, int number, string key, List<ViewersPlan.Change> changes)
        {
            var port = Servers.FreePort();
            var server = Servers.Start(settings, program, "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}");
            await Servers.AnsweredAsync(port, "/");
            var bare = Live.Memory(server, "VmRSS");
            var plan = Path.Combine(folder, $"plan{number}.json");
            await File.WriteAllTextAsync(plan, ViewersPlan.Line(new ViewersPlan(port, "/", Pages, key, changes, Silent: number > 0)));
            return new() { Server = server, Bare = bare, Viewers = Servers.StartTalking(Servers.Self, "viewers", plan) };
        }

        public void Dispose()
        {
            foreach (var process in (Process[])[Viewers, Server])
            {
                process.Kill();
                process.WaitForExit();
                process.Dispose();
            }
        }
    }
}
