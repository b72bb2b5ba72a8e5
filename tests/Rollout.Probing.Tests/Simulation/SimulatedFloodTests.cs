using Rollout.Core.Programmes;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>Whatever is poured out at the prober, it takes no more than it needs.</summary>
[Collection(nameof(Alone))]
public sealed class SimulatedFloodTests
{
    private const int Looks = 20;

    /// <summary>For both sides of the line together: the simulator runs in this process. What is poured out is up to 2,000 MB.</summary>
    private const long MegabytesAtMost = 48;

    [Theory]
    [InlineData("hugeBody", "body contains \"1.1\"", 20_000)]
    [InlineData("hugeBody", "json $[0] == 1", 20_000)]
    [InlineData("bomb", "body contains \"1.1\"", 20_000)]
    [InlineData("redirectLoop", "status == 200", 20_000)]
    [InlineData("drip", "status == 200", 250)]
    [InlineData("halfOpen", "status == 200", 250)]
    public async Task Flood_leaves_memory_flat(string kind, string condition, int milliseconds)
    {
        await using var country = await TryCountry.StartAsync(SmallScenario.WithFault("plain", kind));
        country.At(SmallScenario.DuringFault);
        var definition = Given.Definition(ProbeKind.Http, [condition], TimeSpan.FromMilliseconds(milliseconds));
        var request = Given.Request(definition, country.Url("plain"));
        using var probes = new ProbesByKind(new() { AllowLoopback = true, TrustedRoots = [country.Country.CertificateAuthority] }, TimeProvider.System);
        var probe = probes.Of(ProbeKind.Http);
        await probe.CheckAsync(request, Given.Token);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var findings = await Task.WhenAll(Enumerable.Range(0, Looks).Select(_ => probe.CheckAsync(request, Given.Token)));
        var taken = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.All(findings, finding => Assert.NotNull(finding.Fault));
        Assert.InRange(taken, 0, MegabytesAtMost * 1024 * 1024);
        TestContext.Current.TestOutputHelper!.WriteLine($"{taken / 1024} KB");
    }
}
