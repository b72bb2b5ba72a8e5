using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;

namespace Rollout.Benchmarks;

/// <summary>
/// Many pages open at once at a published server, all of them live: how long a change made through the API takes to come to every one of them,
/// counted from the moment it was sent, and what the server holds in memory. Their clients share the machine's cores with the server; what they
/// take is told apart.
/// </summary>
internal static class Live
{
    private const int Changes = 20;
    private const double Gigabyte = 1024 * 1024 * 1024;

    public static async Task RunAsync()
    {
        await RunAsync("overview pages", "/", 500);
        await RunAsync("tables of 63 × 10", "/board", 100);
    }

    private static async Task RunAsync(string what, string path, int pages)
    {
        var (program, data) = Servers.Published();
        var folder = Directory.CreateTempSubdirectory("bench-live-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(data)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var key = Servers.Said(program, "api-key", "create", "--name", "benchmark", "--role", "monitor", "--data", folder).Trim().Split('\n')[^1];
            var port = Servers.FreePort();
            var plan = Path.Combine(folder, "plan.json");
            await File.WriteAllTextAsync(plan, ViewersPlan.Line(new ViewersPlan(port, path, pages, key, await ChangesAsync(folder))));
            using var server = Servers.Start(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["Jobs__Enabled"] = "false" }, program, "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}");
            try
            {
                await Servers.AnsweredAsync(port, path);
                await WatchAsync($"live: {pages} {what}", pages, server, plan);
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WatchAsync(string what, int pages, Process server, string plan)
    {
        var bare = Memory(server, "VmRSS");
        using var viewers = Servers.StartTalking(Servers.Self, "viewers", plan);
        try
        {
            var opened = ViewersPlan.Read<ViewersPlan.Opened>(await viewers.StandardOutput.ReadLineAsync());
            var (open, opening) = (Memory(server, "VmRSS"), Processor(server));
            await viewers.StandardInput.WriteLineAsync("go");
            var seen = ViewersPlan.Read<ViewersPlan.Seen>(await viewers.StandardOutput.ReadLineAsync());
            var (after, most, changing) = (Memory(server, "VmRSS"), Memory(server, "VmHWM"), Processor(server) - opening);
            Said($"{what}: opened in {opened.Seconds:0.0} s, {opened.BytesAPage / 1024:0} kB of batches each; processor time of the server {opening:0.0} s, of the clients {opened.Processor:0.0} s");
            var missed = seen.Arrivals.Sum(a => a.Count(ms => ms <= 0));
            Figure.Limit($"{what}: changes that did not come to a page", $"of {pages} × {Changes}, {seen.Failed} pages failed {seen.Failure}", missed + seen.Failed, 0);
            var times = seen.Arrivals.SelectMany(a => a).Where(ms => ms > 0).ToList();
            Figure.Limit($"{what}: p50 from sending a change to its batch on a page", $"first {times.Min() / 1000:0.000} s, API's answer {Figure.Median(seen.Answers) / 1000:0.000} s", Figure.Median(times) / 1000, 1);
            Figure.Limit($"{what}: p99 of the same", $"max {times.Max() / 1000:0.000} s", Figure.Quantile(times, 0.99) / 1000, 2);
            Figure.Limit($"{what}: the server's resident memory in GB, at its highest", $"{bare:0.00} before, {open:0.00} open, {after:0.00} after the changes", most, 1.5);
            Said($"{what}: a change takes {changing / Changes * 1000:0} ms of the server's processor time and {seen.Processor / Changes * 1000:0} ms of the clients', {seen.BytesAChange:0} bytes a page");
        }
        finally
        {
            viewers.Kill();
            await viewers.WaitForExitAsync();
        }
    }

    /// <summary>Cells that a monitor may set done, each of another participant, by the product's own rules.</summary>
    internal static async Task<List<ViewersPlan.Change>> ChangesAsync(string folder)
    {
        await using var services = Crowd.Open(folder);
        var board = services.GetRequiredService<BoardStore>().Of(Country.Programme.Key);
        var now = TimeProvider.System.GetUtcNow();
        var changes = board.Participants.All.SelectMany(
            p => Crowd.Cells(board, p.Id).Where(k => Cell(k).Status == StepStatus.NotStarted && Crowd.May(board, "monitor", k, StepStatus.Done, now)).Take(1)
                .Select(k => new ViewersPlan.Change(board.Programme.Key, p.Code, p.Name, k.Phase, k.Step, Cell(k).Version))).Take(Changes).ToList();
        StepState Cell(StepKey key) => board[key.Participant][key.Phase, key.Step];
        return changes.Count == Changes ? changes : throw new InvalidOperationException($"The board has room for {changes.Count} changes only.");
    }

    /// <summary>A line of what Linux says of a process, in gigabytes.</summary>
    internal static double Memory(Process process, string line) => File.ReadLines($"/proc/{process.Id}/status")
        .Where(l => l.StartsWith(line, StringComparison.Ordinal)).Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / Gigabyte).First();

    private static double Processor(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static void Said(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.CurrentCulture));
}
