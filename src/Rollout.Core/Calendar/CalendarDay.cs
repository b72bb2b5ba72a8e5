namespace Rollout.Core.Calendar;

/// <summary>A day unlike its weekday.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What makes it so.</param>
/// <param name="Name">What it is called.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name)
{
    /// <summary>Whether it is worked.</summary>
    public bool IsWorking => Kind == DayKind.WorkedSaturday;
}
