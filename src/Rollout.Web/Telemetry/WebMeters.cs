using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Rollout.Web.Telemetry;

/// <summary>What is measured of the schedule and of documents, for whoever listens to the meter <c>Rollout.Web</c> and the source of the same name.</summary>
internal static class WebMeters
{
    /// <summary>The name of meter and source.</summary>
    public const string Instrumentation = "Rollout.Web";

    private static readonly ActivitySource Source = new(Instrumentation);
    private static readonly Meter Meter = new(Instrumentation);

    private static readonly Histogram<double> Lateness = Meter.CreateHistogram(
        "rollout.sweep.lateness", "s", "By how much sweeps began after they were due", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300] });

    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("rollout.documents", "{document}", "Documents made, by format");

    /// <summary>The trace of a sweep; null when nobody listens.</summary>
    public static Activity? Sweep(string programme, TimeSpan every) =>
        Source.StartActivity("sweep")?.SetTag("rollout.programme", programme).SetTag("rollout.every", every.TotalSeconds);

    /// <summary>A sweep begins after it was due.</summary>
    public static void Late(string programme, TimeSpan late) => Lateness.Record(Math.Max(0, late.TotalSeconds), new KeyValuePair<string, object?>("programme", programme));

    /// <summary>The trace of a document's making; null when nobody listens.</summary>
    public static Activity? Document(string format)
    {
        Documents.Add(1, new KeyValuePair<string, object?>("format", format));
        return Source.StartActivity("document")?.SetTag("rollout.format", format);
    }
}
