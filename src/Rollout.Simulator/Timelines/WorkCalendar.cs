namespace Rollout.Simulator;

/// <summary>Moments at which an office could act.</summary>
internal sealed class WorkCalendar(WorkTime time, TimeSpan offset)
{
    /// <summary>A random working moment so many days on, always later than <paramref name="moment"/>.</summary>
    public DateTimeOffset After(DateTimeOffset moment, double days, StableRandom random)
    {
        var day = Workday(DayOf(moment.AddDays(days)));
        var drawn = Within(day, random);
        if (drawn > moment) return drawn;
        var soon = moment.AddMinutes(random.Between(20, 90));
        return soon.TimeOfDay < TimeSpan.FromHours(time.Closes) && DayOf(soon) == day ? soon : Within(Workday(day.AddDays(1)), random);
    }

    /// <summary>A random working moment on one of the days, or on the first working day after.</summary>
    public DateTimeOffset In(DateRange window, StableRandom random) =>
        Within(Workday(window.First.AddDays(random.Between(0, window.Last.DayNumber - window.First.DayNumber))), random);

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(offset).DateTime);

    private DateOnly Workday(DateOnly day)
    {
        while (time.Weekend.Contains(day.DayOfWeek) || time.Holidays.Contains(day)) day = day.AddDays(1);
        return day;
    }

    private DateTimeOffset Within(DateOnly day, StableRandom random) =>
        new(day.ToDateTime(new TimeOnly(time.Opens, 0)).AddMinutes(random.Between(0, ((time.Closes - time.Opens) * 60) - 1)), offset);
}
