using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace Rollout.Probing.Tests;

public class SelfCheckTests
{
    [Fact]
    public async Task Network_without_references_is_unknown() => Assert.Null(await CheckAsync(Given.Options()));

    [Fact]
    public async Task Network_works_when_one_reference_lets_us_in()
    {
        await using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        await using var silent = await SilentPort.OpenAsync();
        Assert.True(await CheckAsync(Given.Options(references: [Closed(), At(silent), server.Url()])));
    }

    [Fact]
    public async Task Network_does_not_work_when_no_reference_lets_us_in() =>
        Assert.False(await CheckAsync(Given.Options(references: [Closed(), Closed()])));

    [Fact]
    public async Task Reference_that_is_never_reached_gives_up_in_time()
    {
        await using var silent = await SilentPort.OpenAsync();
        Assert.False(await CheckAsync(new() { AllowLoopback = true, References = [At(silent)], ReferenceTimeout = Given.Short }));
    }

    [Fact]
    public async Task Check_that_is_cancelled_throws()
    {
        await using var silent = await SilentPort.OpenAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Given.Token);
        var check = CheckAsync(Given.Options(references: [At(silent)]), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
    }

    private static Task<bool?> CheckAsync(ProbingOptions options, CancellationToken? cancellationToken = null) =>
        new SelfCheck(options, TimeProvider.System, NullLogger<SelfCheck>.Instance).NetworkWorksAsync(cancellationToken ?? Given.Token);

    private static Uri At(SilentPort port) => new($"http://127.0.0.1:{port.Port}");

    private static Uri Closed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
