using Rollout.Core.Calendar;
using Rollout.Storage.Samples;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Monitoring;

/// <summary>What is said where there is no result to show.</summary>
public static class PastWords
{
    /// <summary>Nobody has looked yet; or of the past what is left, or that nothing is.</summary>
    public static string Of(Texts texts, BoardView view, SampleSpan? rolled) => rolled is { } span
        ? texts["probes.rolled", $"{span.From:HH:mm}", $"{span.To:HH:mm}", TextHelpers.Day(HanoiTime.DayOf(span.From)), span.Passes, span.Count]
        : texts[view.Live ? "probes.never" : "probes.gone"];
}
