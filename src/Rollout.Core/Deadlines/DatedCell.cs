using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Deadlines;

/// <summary>On which days a cell may have come to its status: a source that names a month alone leaves every day of it open.</summary>
internal static class DatedCell
{
    public static DateOnly EarliestDay(StepState cell)
    {
        var day = HanoiTime.DayOf(cell.Since!.Value);
        return cell.Precision == DatePrecision.Month ? new(day.Year, day.Month, 1) : day;
    }

    public static DateOnly LatestDay(StepState cell)
    {
        var day = HanoiTime.DayOf(cell.Since!.Value);
        return cell.Precision == DatePrecision.Month ? new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)) : day;
    }
}
