using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Rollout.Benchmarks;

/// <summary>
/// Everybody who looks, in a process of its own so that its work is not counted as the server's: opens the pages, makes the changes through the
/// API, and tells when each of them came to each page.
/// </summary>
internal sealed class Viewers(ViewersPlan plan)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1.5);
    private readonly Dictionary<OpenPage, double[]> _arrivals = [];
    private readonly Dictionary<OpenPage, List<long>[]> _moments = [];
    private readonly List<long> _sent = [];
    private volatile Awaited? _awaited;
    private volatile bool _hearing;
    private byte[][] _names = [];

    /// <summary>Reads the plan from a file, tells when the pages are open, waits for a word, makes the changes, tells what was seen, waits for a word.</summary>
    public static async Task<int> RunAsync(string file)
    {
        var plan = ViewersPlan.Read<ViewersPlan>(await File.ReadAllTextAsync(file));
        var viewers = new Viewers(plan);
        Console.Out.WriteLine(ViewersPlan.Line(await viewers.OpenAsync()));
        Console.In.ReadLine();
        Console.Out.WriteLine(plan.Silent ? ViewersPlan.Line(await viewers.HearAsync()) : ViewersPlan.Line(await viewers.ChangeAsync()));
        Console.In.ReadLine();
        return 0;
    }

    private async Task<ViewersPlan.Opened> OpenAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = DecompressionMethods.All });
        var address = new Uri($"http://127.0.0.1:{plan.Port}{plan.Path}");
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < plan.Pages; i++) _arrivals[new() { OnBatch = Came }] = new double[plan.Changes.Count];
        await Parallel.ForEachAsync(_arrivals.Keys, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (page, _) => await page.OpenAsync(http, address));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        _ = PingAsync();
        await Task.Delay(Settle);
        return new(seconds, Processor, _arrivals.Keys.Average(p => p.Received));
    }

    private async Task<ViewersPlan.Seen> ChangeAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", plan.Key);
        var (processor, received) = (Processor, _arrivals.Keys.Sum(p => p.Received));
        var answers = new List<double>();
        for (var i = 0; i < plan.Changes.Count; i++)
        {
            await Task.Delay(Between);
            answers.Add(await ChangeAsync(http, i));
        }
        var failed = _arrivals.Keys.Where(p => p.Failure is not null).ToList();
        return new(
            [.. _arrivals.Values.Select(a => a.ToList())], answers, failed.Count, failed.FirstOrDefault()?.Failure, Processor - processor,
            (_arrivals.Keys.Sum(p => p.Received) - received) / (double)plan.Pages / plan.Changes.Count)
        { Sent = _sent };
    }

    /// <summary>Listens until it is told that the last change was made.</summary>
    private async Task<ViewersPlan.Heard> HearAsync()
    {
        var processor = Processor;
        _names = [.. plan.Changes.Select(c => Encoding.UTF8.GetBytes(c.Name))];
        foreach (var page in _arrivals.Keys) _moments[page] = [.. plan.Changes.Select(_ => new List<long>())];
        _hearing = true;
        await Task.Run(Console.In.ReadLine);
        _hearing = false;
        var failed = _arrivals.Keys.Where(p => p.Failure is not null).ToList();
        return new([.. _moments.Values.Select(m => m.ToList())], failed.Count, failed.FirstOrDefault()?.Failure, Processor - processor);
    }

    /// <summary>Makes a change and waits until it has come to every page; how long the API took.</summary>
    private async Task<double> ChangeAsync(HttpClient http, int number)
    {
        var change = plan.Changes[number];
        using var everywhere = new CountdownEvent(_arrivals.Count);
        _awaited = new(number, Encoding.UTF8.GetBytes(change.Name), Stopwatch.GetTimestamp(), everywhere);
        _sent.Add(_awaited.Sent);
        using var answer = await http.PostAsJsonAsync(
            new Uri($"http://127.0.0.1:{plan.Port}/api/v1/programmes/{change.Programme}/participants/{change.Code}/phases/{change.Phase}/steps/{change.Step}/changes"),
            new { To = "done", change.Version, Note = "benchmark" });
        if (answer.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"{change}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        var took = Stopwatch.GetElapsedTime(_awaited.Sent).TotalMilliseconds;
        await Task.Run(() => everywhere.Wait(Patience));
        _awaited = null;
        return took;
    }

    /// <summary>A batch came: does it show the change that is awaited?</summary>
    private void Came(OpenPage page, ReadOnlyMemory<byte> batch)
    {
        if (_hearing) Hear(page, batch.Span);
        if (_awaited is not { } awaited || _arrivals[page][awaited.Number] > 0 || batch.Span.IndexOf(awaited.Name) < 0) return;
        _arrivals[page][awaited.Number] = Stopwatch.GetElapsedTime(awaited.Sent).TotalMilliseconds;
        awaited.Everywhere.Signal();
    }

    private void Hear(OpenPage page, ReadOnlySpan<byte> batch)
    {
        var now = Stopwatch.GetTimestamp();
        for (var i = 0; i < _names.Length; i++)
            if (batch.IndexOf(_names[i]) >= 0) _moments[page][i].Add(now);
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15));
        while (await timer.WaitForNextTickAsync())
            foreach (var page in _arrivals.Keys) await page.PingAsync();
    }

    private static double Processor
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.TotalProcessorTime.TotalSeconds;
        }
    }

    private sealed record Awaited(int Number, byte[] Name, long Sent, CountdownEvent Everywhere);
}
