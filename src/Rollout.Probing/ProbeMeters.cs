using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rollout.Core.Verification;
using Rollout.Core.Wording;

namespace Rollout.Probing;

/// <summary>
/// What is measured of checks, for whoever listens to the meter <c>Rollout.Probing</c> and the source of the same name. Counts say no
/// participant; traces name its code.
/// </summary>
internal static class ProbeMeters
{
    private const string Instrumentation = "Rollout.Probing";

    private static readonly ActivitySource Source = new(Instrumentation);
    private static readonly Meter Meter = new(Instrumentation);

    private static readonly Counter<long> Checks = Meter.CreateCounter<long>("rollout.probe.checks", "{check}", "Checks made, by kind and outcome");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "rollout.probe.duration", "s", "How long checks took, by kind and outcome", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    private static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("rollout.probe.waiting", "{check}", "Checks that wait for their turn");

    /// <summary>The trace of a turn, from the moment it stands in line until its results are handed over; null when nobody listens.</summary>
    public static Activity? Begin(ProbeOrder[] turn)
    {
        if (Source.StartActivity("probe") is not { } activity) return null;
        var (definition, target) = (turn[0].Definition, turn[0].Target);
        return activity.SetTag("rollout.probe", definition.Key).SetTag("rollout.kind", Words.Of(definition.Kind))
            .SetTag("rollout.phase", target.Phase).SetTag("rollout.participant", target.Participant.Code);
    }

    /// <summary>Somebody stands in line, or does no more.</summary>
    public static void Wait(int change) => Waiting.Add(change);

    /// <summary>A check is made.</summary>
    public static void Count(ProbeOrder order, ProbeResult result)
    {
        if (!Checks.Enabled && !Durations.Enabled) return;
        var tags = new TagList { { "kind", Words.Of(order.Definition.Kind) }, { "outcome", result.Fault?.Code ?? "passed" } };
        Checks.Add(1, tags);
        Durations.Record(result.Timings.Total / 1000, tags);
    }
}
