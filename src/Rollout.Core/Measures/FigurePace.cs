using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Measures;

/// <summary>On which day a participant reaches a measure's target if it goes on as over its last figures: a straight line, never a promise.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="State">Whether that is in time.</param>
/// <param name="Last">Its last figure; null when it has none.</param>
/// <param name="Target">What it should reach; null when nothing says.</param>
/// <param name="PerWeek">How much it has gained a week; null when that cannot be seen.</param>
/// <param name="On">The day; null when there is none to name.</param>
public sealed record FigurePace(Participant Participant, PaceState State, FigurePoint? Last, decimal? Target, decimal? PerWeek, DateOnly? On)
{
    /// <summary>Over how many of the last figures the line is drawn: an old pace says little of the present.</summary>
    public const int Window = 3;

    private const int FarAway = 36500;

    /// <summary>Whether a programme's measure has a target at all, so that a pace leads somewhere.</summary>
    public static bool HasTarget(MeasureDefinition measure) => measure.Target is not null || measure.TargetFrom is not null;

    /// <summary>The pace of everybody on a board, in its order.</summary>
    /// <param name="board">The board, as of the instant that is looked at.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="lastDay">The last day in time; null when nothing says.</param>
    public static ImmutableArray<FigurePace> Of(Board board, MeasureDefinition measure, DateOnly? lastDay) => [.. board.Rows.Select(r => Of(r, measure, lastDay))];

    /// <summary>The pace of one participant.</summary>
    public static FigurePace Of(ParticipantProgress row, MeasureDefinition measure, DateOnly? lastDay)
    {
        ImmutableArray<FigurePoint> points = [.. FigureSeries.Of(row, measure.Key).Where(p => p.Value is not null).TakeLast(Window)];
        var last = points is [.., var end] ? end : null;
        if (TargetOf(row, measure) is not { } target) return new(row.Participant, PaceState.NoTarget, last, null, null, null);
        var gain = Gain(points);
        var perWeek = gain is { } seen ? seen.Gained * 7 / seen.Days : (decimal?)null;
        if (last is not null && measure.Reaches(last.Value!.Value, target)) return new(row.Participant, PaceState.Reached, last, target, perWeek, null);
        if (last is null || gain is not { } pace) return new(row.Participant, PaceState.TooFew, last, target, null, null);
        var left = target - last.Value!.Value;
        // The wrong way, or no way at all, leads nowhere.
        if (pace.Gained == 0 || left > 0 != pace.Gained > 0) return new(row.Participant, PaceState.Still, last, target, perWeek, null);
        // Periods end within the calendar; what lies centuries away is as good as never, and has no day.
        var days = (int)Math.Min(FarAway, Math.Ceiling(left * pace.Days / pace.Gained));
        var on = DateOnly.FromDayNumber(Math.Min(last.Period.To.DayNumber + days, DateOnly.MaxValue.DayNumber));
        return new(row.Participant, lastDay is not { } due ? PaceState.Advancing : on <= due ? PaceState.InTime : PaceState.Late, last, target, perWeek, on);
    }

    private static decimal? TargetOf(ParticipantProgress row, MeasureDefinition measure) => measure.TargetFrom is not { } from ? measure.Target
        : row.Measured.Of(from).Where(f => f.Value.Value is not null).Select(f => f.Value.Value).LastOrDefault();

    /// <summary>What is gained from the first to the last of some figures, and over how many days; null where that cannot be seen.</summary>
    private static (decimal Gained, int Days)? Gain(ImmutableArray<FigurePoint> points)
    {
        if (points.Length < 2) return null;
        var days = points[^1].Period.To.DayNumber - points[0].Period.To.DayNumber;
        return days == 0 ? null : (points[^1].Value!.Value - points[0].Value!.Value, days);
    }
}
