using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing.Tests;

public class ProbeRunnerTests
{
    private static readonly DateTimeOffset DomainNow = new(2024, 8, 1, 8, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Run_hands_over_a_result_for_each_order()
    {
        await using var up = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        await using var down = LoopbackServer.Answering(LoopbackServer.Http("{}", "500 Oops"));
        var results = await RunAsync(
            [Order(up.Url()), Order(down.Url()), Order(up.Url("tcp", ""), ProbeKind.Tcp), Order(up.Url(), ProbeKind.Dossier)]);
        Assert.Equal(4, results.Count);
        Assert.All(results, r => Assert.Equal((DomainNow, "probe"), (r.At, r.Probe)));
        Assert.True(results.Single(r => r.Target.Url == up.Url() && r.Passed).Timings.Total > 0);
        Assert.Equal($"127.0.0.1:{down.Port}", results.Single(r => r.Target.Url == down.Url()).Address);
        Assert.Equal(
            [FaultCodes.ConditionStatus, FaultCodes.SelfTestAccountMissing],
            results.Where(r => !r.Passed).Select(r => r.Fault!.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Host_and_port_sees_one_check_at_a_time_over_all_runs()
    {
        var (inside, most) = (0, 0);
        await using var server = new LoopbackServer(async (line, token) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await LoopbackServer.ReadHeadAsync(line, token);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            await line.WriteAsync(Encoding.ASCII.GetBytes(LoopbackServer.Http("{}")), token);
        });
        var orders = Enumerable.Range(0, 10).Select(i => Order(server.Url(path: $"/{i}", host: i % 2 == 0 ? "localhost" : "LOCALHOST"))).ToList();
        using var house = new House(Given.Options());
        var results = new ConcurrentQueue<ProbeResult>();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => house.Runner.RunAsync(orders, urgent: false, Collect(results), Given.Token)));
        Assert.Equal(20, results.Count);
        Assert.All(results, r => Assert.Null(r.Fault));
        Assert.Equal((20, 1), (server.Connections, most));
    }

    [Fact]
    public async Task Run_keeps_to_the_overall_bound_and_uses_it()
    {
        var (inside, most, full) = (0, 0, new TaskCompletionSource());
        var servers = Enumerable.Range(0, 8).Select(_ => new LoopbackServer(async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            if (now == 3) full.TrySetResult();
            await full.Task;
            Interlocked.Decrement(ref inside);
            await line.WriteAsync(Encoding.ASCII.GetBytes(LoopbackServer.Http("{}")), token);
        })).ToList();
        var results = await RunAsync([.. servers.Select(s => Order(s.Url()))], Given.Options(concurrency: 3));
        Assert.Equal(8, results.Count(r => r.Passed));
        Assert.Equal(3, most);
        foreach (var server in servers) await server.DisposeAsync();
    }

    [Fact]
    public async Task Check_that_breaks_is_ours_and_told_and_the_others_go_on()
    {
        await using var server = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var logger = new KeptLog();
        var broken = Order(server.Url()) with { Definition = Given.Definition(ProbeKind.Http, method: "NOT A METHOD") };
        var results = await RunAsync([broken, Order(server.Url())], logger: logger);
        Assert.Equal((FaultOwner.Self, FaultCodes.SelfError), (results[0].Fault!.Owner, results[0].Fault!.Code));
        Assert.Null(results[1].Fault);
        var (level, text, exception) = Assert.Single(logger.Lines);
        Assert.Equal((LogLevel.Error, "Check probe of set/01 in test broke"), (level, text));
        Assert.NotNull(exception);
    }

    [Fact]
    public async Task Each_check_has_its_own_timeout()
    {
        await using var silent = new LoopbackServer((_, token) => Task.Delay(Timeout.Infinite, token));
        await using var up = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        var hurried = Order(silent.Url()) with { Definition = Given.Definition(ProbeKind.Http, timeout: Given.Short) };
        var results = await RunAsync([hurried, Order(up.Url())]);
        Assert.Equal([null, FaultCodes.HttpTimeout], results.Select(r => r.Fault?.Code).OrderBy(c => c, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_that_is_cancelled_ends_without_results_of_what_was_under_way()
    {
        var asked = new TaskCompletionSource();
        await using var silent = new LoopbackServer(async (line, token) =>
        {
            await LoopbackServer.ReadHeadAsync(line, token);
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Given.Token);
        using var house = new House(Given.Options());
        var results = new ConcurrentQueue<ProbeResult>();
        var run = house.Runner.RunAsync([Order(silent.Url()), Order(silent.Url())], urgent: false, Collect(results), stop.Token);
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Empty(results);
        Assert.Equal(1, silent.Connections);
    }

    [Fact]
    public async Task Taker_that_throws_ends_the_run_with_its_exception()
    {
        await using var up = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        await using var silent = new LoopbackServer((_, token) => Task.Delay(Timeout.Infinite, token));
        using var house = new House(Given.Options());
        var run = house.Runner.RunAsync([Order(silent.Url()), Order(up.Url())], urgent: false, (_, _) => throw new NotSupportedException("full"), Given.Token);
        await Assert.ThrowsAsync<NotSupportedException>(() => run);
    }

    [Fact]
    public async Task Results_are_taken_one_at_a_time()
    {
        await using var a = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        await using var b = LoopbackServer.Answering(LoopbackServer.Http("{}"));
        using var house = new House(Given.Options());
        var (inside, taken) = (0, 0);
        var orders = Enumerable.Range(0, 20).Select(i => Order((i % 2 == 0 ? a : b).Url())).ToList();
        await house.Runner.RunAsync(orders, urgent: false, async (_, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            for (var i = 0; i < 100; i++) await Task.Yield();
            taken++;
            Interlocked.Decrement(ref inside);
        }, Given.Token);
        Assert.Equal(20, taken);
    }

    private static async Task<List<ProbeResult>> RunAsync(ProbeOrder[] orders, ProbingOptions? options = null, ILogger<ProbeRunner>? logger = null)
    {
        using var house = new House(options ?? Given.Options(), logger);
        var results = new ConcurrentQueue<ProbeResult>();
        await house.Runner.RunAsync(orders, urgent: false, Collect(results), Given.Token);
        return [.. results];
    }

    private static Func<ProbeResult, CancellationToken, ValueTask> Collect(ConcurrentQueue<ProbeResult> results) => (result, _) =>
    {
        results.Enqueue(result);
        return ValueTask.CompletedTask;
    };

    private static ProbeOrder Order(Uri url, ProbeKind kind = ProbeKind.Http) => new(Given.Definition(kind), Given.Target(url), EverPassed: true);

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen;)
        {
            var before = Interlocked.CompareExchange(ref most, now, seen);
            if (before == seen) return;
            seen = before;
        }
    }

    private sealed class House(ProbingOptions options, ILogger<ProbeRunner>? logger = null) : IDisposable
    {
        private readonly ProbesByKind _probes = new(options, TimeProvider.System);

        public ProbeRunner Runner => field ??= new(_probes, options, _ => null, () => DomainNow, logger ?? new KeptLog());

        public void Dispose() => _probes.Dispose();
    }

    private sealed class KeptLog : ILogger<ProbeRunner>
    {
        public ConcurrentQueue<(LogLevel Level, string Text, Exception? Exception)> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((logLevel, formatter(state, exception), exception));
    }
}
