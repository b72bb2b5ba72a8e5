using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;

namespace Rollout.Core.Measures;

/// <summary>One participant's figures over like periods, as a small line draws them.</summary>
public static class FigureSeries
{
    /// <summary>The figures of a measure over periods like one of them, in the order of the periods.</summary>
    /// <param name="row">The participant's row, as of the instant that is looked at.</param>
    /// <param name="measure">Key of the measure.</param>
    /// <param name="like">Which periods go together (<see cref="FigurePeriod.IsLike"/>); null for those like the row's own latest.</param>
    public static ImmutableArray<FigurePoint> Of(ParticipantProgress row, string measure, FigurePeriod? like = null)
    {
        var said = row.Measured.Of(measure);
        var known = said.Where(f => f.Value.Value is not null).Select(f => f.Key).ToList();
        if (known.Count == 0) return [];
        var latest = like ?? known[^1];
        return [.. said.Where(f => f.Key.IsLike(latest)).Select(f => new FigurePoint(f.Key, f.Value.Value))];
    }
}
