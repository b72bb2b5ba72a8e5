using Rollout.Core.Calendar;
using Rollout.Web.Settings;

namespace Rollout.Web.Reading;

/// <summary>Which days are worked; read when somebody first asks, since most programmes never do. That it can be read was seen at the start.</summary>
public sealed class WorkCalendar
{
    private readonly Lazy<WorkingDays> _days = new(() => DataFiles.Calendar(DataFiles.Folder).Days ?? WorkingDays.WeekendsAlone);

    /// <summary>The days.</summary>
    public WorkingDays Days => _days.Value;
}
