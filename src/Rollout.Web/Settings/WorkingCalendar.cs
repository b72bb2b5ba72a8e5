using Rollout.Core.Calendar;
using Rollout.Web.Logging;
using Rollout.Web.Resources;

namespace Rollout.Web.Settings;

/// <summary>The calendar of working days, read from the data folder when something that is due is first looked at.</summary>
internal static class WorkingCalendar
{
    /// <summary>Makes the calendar known. With a mistake in its files, which the log names, it counts weekends alone, as it does for years that they do not have.</summary>
    public static void AddWorkingDays(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var (days, mistakes) = DataFiles.WorkingDays(DataFiles.Folder);
        foreach (var mistake in mistakes)
            Log.CalendarMistaken(provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WorkingCalendar)), provider.GetRequiredService<Texts>().Say(mistake));
        return days ?? WorkingDays.WeekendsAlone;
    });
}
