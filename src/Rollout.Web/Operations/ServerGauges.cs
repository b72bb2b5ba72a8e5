using System.Diagnostics.Metrics;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Web.Telemetry;

namespace Rollout.Web.Operations;

/// <summary>What is not counted as it happens but looked at whenever measurements are sent; made only when they are.</summary>
internal sealed class ServerGauges : IDisposable
{
    private readonly Meter _meter = new(WebMeters.Instrumentation);

    public ServerGauges(OpenCircuits circuits, DatabaseState database, FollowerState follower, BoardStore boards, ProbeSamples samples)
    {
        _meter.CreateObservableUpDownCounter("rollout.circuits.open", () => circuits.Count, "{circuit}", "Pages that stand open");
        _meter.CreateObservableUpDownCounter("rollout.circuits.connected", () => circuits.Live, "{circuit}", "Open pages that have their connection");
        _meter.CreateObservableUpDownCounter("rollout.samples.waiting", () => samples.Waiting, "{sample}", "Probe results that wait to be written");
        _meter.CreateObservableGauge("rollout.ledger.head", () => boards.Current.Seq, "{entry}", "The last entry that this node shows");
        _meter.CreateObservableGauge("rollout.follower.entries", () => Lag().Entries, "{entry}", "Entries that are written and that this node does not show yet");
        _meter.CreateObservableGauge("rollout.follower.lag", () => Lag().Behind.TotalSeconds, "s", "For how long at most these are missing");

        // Asked on the exporter's own thread, which has nothing else to do.
        FollowerFacts Lag() => follower.Read(database.ReadAsync(CancellationToken.None).GetAwaiter().GetResult().Head);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
