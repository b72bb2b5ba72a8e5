using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Rollout.Core.Steps;

namespace Rollout.Benchmarks;

/// <summary>
/// Two hundred signed-in people at a published server, each doing one thing every five seconds, beside one of them alone; then what the ledger
/// holds is compared with what was acknowledged. Latencies count from the instant an action was due, so that waiting in a queue is not hidden.
/// </summary>
internal static class People
{
    private const int Rounds = 300;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AloneWindow = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AlonePause = TimeSpan.FromMilliseconds(250);

    public static async Task RunAsync()
    {
        var (program, data) = Servers.Published();
        var folder = Directory.CreateTempSubdirectory("bench-people-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(data)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var parts = await Crowd.MakeAsync(folder);
            var before = Truth.Head(folder);
            var acknowledged = new ConcurrentQueue<Acknowledged>();
            await AtServerAsync(program, folder, parts, acknowledged);
            Truth.Compare(folder, before, [.. acknowledged]);
            Servers.Run(program, "ledger", "verify", "--data", folder);
            Console.Out.WriteLine("people: ledger verify holds");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AtServerAsync(string program, string folder, List<Part> parts, ConcurrentQueue<Acknowledged> acknowledged)
    {
        var port = Servers.FreePort();
        using var server = Servers.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Jobs__Enabled"] = "false", ["Access__PublicRead"] = "false" }, program, "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}");
        var clerks = parts.ConvertAll(p => new Clerk(p, port, acknowledged));
        try
        {
            await Servers.AnsweredAsync(port, "/login");
            await Parallel.ForEachAsync(clerks, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (clerk, _) => await clerk.SignInAsync(Crowd.Password));
            // Everybody once, in a row: neither side of the comparison is to pay for a program that has just started.
            foreach (var clerk in clerks) Expect(await clerk.ActAsync());
            await MeasureAsync(clerks);
            await DuelAsync(clerks[0], clerks.Find(c => c != clerks[0] && c.Part.Role == clerks[0].Part.Role)!);
        }
        finally
        {
            // Killed, not stopped: what was acknowledged must be there all the same.
            server.Kill();
            await server.WaitForExitAsync();
            clerks.ForEach(c => c.Dispose());
        }
    }

    private static async Task MeasureAsync(List<Clerk> clerks)
    {
        var first = await ActAsync(clerks[0], Stopwatch.GetTimestamp(), AlonePause, AloneWindow);
        var start = Stopwatch.GetTimestamp();
        var all = (await Task.WhenAll(clerks.Select((clerk, i) => ActAsync(clerk, start + (Ticks(Pause) * i / clerks.Count), Pause, Window)))).SelectMany(a => a).ToList();
        var last = await ActAsync(clerks[0], Stopwatch.GetTimestamp(), AlonePause, AloneWindow);
        var (one, other) = (Figure.Median(first.Select(a => a.Milliseconds)), Figure.Median(last.Select(a => a.Milliseconds)));
        var times = all.ConvertAll(a => a.Milliseconds);
        var p99 = Figure.Quantile(times, 0.99);
        Figure.Limit($"people: p99 of {clerks.Count} people beside the median of one alone", $"{p99:0.0} ms beside {one:0.0} before and {other:0.0} after", p99 / ((one + other) / 2), 10);
        Console.Out.WriteLine($"people: {times.Count} actions, median {Figure.Median(times):0.0} ms, max {times.Max():0.0} ms; one alone: p99 {Figure.Quantile(first.Select(a => a.Milliseconds), 0.99):0.0} ms before and {Figure.Quantile(last.Select(a => a.Milliseconds), 0.99):0.0} ms after");
        var failed = all.Concat(first).Concat(last).Where(a => a.Status != HttpStatusCode.Created).Select(a => (int)a.Status).ToList();
        Figure.Limit("people: failed actions", $"of {all.Count + first.Count + last.Count} [{string.Join(' ', failed.Distinct())}]", failed.Count, 0);
    }

    /// <summary>One person's schedule: every action is due at its own instant, however long the one before took.</summary>
    private static async Task<List<(double Milliseconds, HttpStatusCode Status)>> ActAsync(Clerk clerk, long start, TimeSpan pause, TimeSpan window)
    {
        var done = new List<(double Milliseconds, HttpStatusCode Status)>();
        for (var i = 0; i < (int)(window / pause); i++)
        {
            var due = start + (Ticks(pause) * i);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } early) await Task.Delay(early);
            var status = await clerk.ActAsync();
            done.Add((Stopwatch.GetElapsedTime(due).TotalMilliseconds, status));
        }
        return done;
    }

    /// <summary>Two contacts of one province want the same change of the same version at the same moment.</summary>
    private static async Task DuelAsync(Clerk one, Clerk other)
    {
        var (key, version, next) = (one.Part.Cell, one.Version, one.Next!.Value);
        var odd = 0;
        using var together = new Barrier(2);
        for (var round = 0; round < Rounds; round++)
        {
            Task<HttpStatusCode> Say(Clerk clerk) => Task.Run(() =>
            {
                together.SignalAndWait();
                return clerk.SayAsync(key, next, version, note: null);
            });
            var said = await Task.WhenAll(Say(one), Say(other));
            if (!said.Order().SequenceEqual([HttpStatusCode.Created, HttpStatusCode.Conflict])) odd++;
            (version, next) = (version + 1, next == StepStatus.InProgress ? StepStatus.Reported : StepStatus.InProgress);
        }
        Figure.Limit("people: duels that did not end with one 201 and one 409", $"of {Rounds}", odd, 0);
    }

    private static void Expect(HttpStatusCode status)
    {
        if (status != HttpStatusCode.Created) throw new InvalidOperationException($"An action was answered with {(int)status}.");
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
