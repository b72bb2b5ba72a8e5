using Rollout.Core.Verification;
using Rollout.Storage.Samples;

namespace Rollout.Storage.Tests.Support;

/// <summary>Results of probes as the tests give them.</summary>
internal static class Sight
{
    public static readonly Fault Refused = new(FaultOwner.ParticipantSystem, "tcp.refused", "127.0.0.1:80");
    public static readonly Fault Central = new("ndxp", "http.503", "Trục đang bảo trì");
    public static readonly Fault Ours = new(FaultOwner.Self, "tls.denied", "");

    public static ProbeTarget Target(long id) => new(id, Store.Programme, new("provinces-63", "92"), "test", "catalogue", new("https://example.vn/"));

    public static ProbeResult Result(long target, int minute, Fault? fault = null, string probe = "catalogue") => new(
        Target(target), probe, Installation.Beginning.AddMinutes(minute), fault, new(1.5, 2.5, null, null, minute + 0.25), "10.0.0.1:443", Installation.Beginning.AddDays(90));

    /// <summary>Adds results and stops, which writes what is waiting.</summary>
    public static async Task KeepAsync(this ProbeSamples samples, params IEnumerable<ProbeResult> results)
    {
        var ct = TestContext.Current.CancellationToken;
        await samples.StartAsync(ct);
        foreach (var result in results) await samples.AddAsync(result, ct);
        await samples.StopAsync(ct);
    }
}
