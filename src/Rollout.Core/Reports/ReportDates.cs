using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;

namespace Rollout.Core.Reports;

/// <summary>Dates as documents print them: at the programme's place, as exactly as they are known.</summary>
internal static class ReportDates
{
    /// <summary>A day in a table, or the month where no more is known; the time of day stands in the records.</summary>
    public static string Printed(DateTimeOffset at, DatePrecision precision) => precision == DatePrecision.Month ? Local(at, "MM/yyyy") : Day(at);

    public static string Moment(DateTimeOffset at) => Local(at, "dd/MM/yyyy HH:mm");

    public static string Day(DateTimeOffset at) => Local(at, "dd/MM/yyyy");

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Month(DateOnly day) => day.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset at) => Local(at, "yyyy-MM-dd'T'HH:mm:sszzz");

    private static string Local(DateTimeOffset at, string form) => at.ToOffset(HanoiTime.Offset).ToString(form, CultureInfo.InvariantCulture);
}
