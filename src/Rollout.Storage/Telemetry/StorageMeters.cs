using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rollout.Storage.Telemetry;

/// <summary>What is measured of the storage, for whoever listens to the meter <c>Rollout.Storage</c> and the source of the same name. Nothing of it names a person.</summary>
internal static class StorageMeters
{
    private const string Instrumentation = "Rollout.Storage";

    private static readonly ActivitySource Source = new(Instrumentation);
    private static readonly Meter Meter = new(Instrumentation);

    private static readonly Counter<long> Appends = Meter.CreateCounter<long>("rollout.ledger.appends", "{entry}", "Entries appended to the ledger");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram(
        "rollout.ledger.append.duration", "s", "How long an append took, the wait for its turn included", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] });

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>("rollout.ledger.refusals", "{command}", "Commands that were refused, by the code of the rule");

    private static readonly Counter<long> Lost = Meter.CreateCounter<long>("rollout.samples.lost", "{sample}", "Probe results that could not be written");

    /// <summary>The trace of an append; null when nobody listens.</summary>
    public static Activity? Trace(string programme) => Source.StartActivity("append")?.SetTag("rollout.programme", programme);

    /// <summary>Probe results are gone.</summary>
    public static void Lose(int samples) => Lost.Add(samples);

    /// <summary>Entries were appended, or none were.</summary>
    public static void Count(int entries, TimeSpan took)
    {
        if (entries == 0) return;
        Appends.Add(entries);
        Durations.Record(took.TotalSeconds);
    }

    /// <summary>A command was refused.</summary>
    public static void Refuse(string code) => Refusals.Add(1, new KeyValuePair<string, object?>("code", code));
}
