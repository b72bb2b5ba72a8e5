using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Properties;

/// <summary>Counting working days, in the years that the calendar knows and beyond.</summary>
public sealed class WorkingDaysProperties
{
    private static readonly DateOnly First = new(2021, 6, 1);

    private static readonly Gen<DateOnly> AnyDay = Gen.Choose(0, 6 * 366).Select(First.AddDays);

    private static readonly Gen<(DateOnly Day, DateOnly Other, int Count)> Cases =
        from day in AnyDay
        from other in AnyDay
        from count in Gen.Choose(0, 300)
        select (day, other, count);

    [Fact]
    public void Between_takes_back_what_add_gives() => Check((day, other, count) =>
    {
        var days = VietNam.Days;
        Assert.Equal(count, days.Between(day, days.Add(day, count)));
        var (from, to) = day < other ? (day, days.RollForward(other)) : (other, days.RollForward(day));
        if (days.Between(from, to) > 0) Assert.Equal(to, days.Add(from, days.Between(from, to)));
    });

    [Fact]
    public void Between_counts_the_days_that_are_worked_one_by_one() => Check((day, other, _) =>
    {
        var (from, to) = day < other ? (day, other) : (other, day);
        var worked = Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Count(n => VietNam.Days.IsWorking(from.AddDays(n)));
        Assert.Equal((worked, -worked), (VietNam.Days.Between(from, to), VietNam.Days.Between(to, from)));
    });

    [Fact]
    public void Rolling_forward_ends_on_the_first_working_day_that_is_no_earlier() => Check((day, _, _) =>
    {
        var rolled = VietNam.Days.RollForward(day);
        Assert.True(rolled >= day && VietNam.Days.IsWorking(rolled));
        Assert.Equal(rolled, VietNam.Days.RollForward(rolled));
        Assert.Equal(VietNam.Days.IsWorking(day) ? 0 : 1, VietNam.Days.Between(day, rolled));
    });

    [Fact]
    public void Deadline_before_a_date_is_the_deadline_by_the_day_before() => Check((day, _, _) =>
    {
        var before = new Deadline(day, true, null);
        Assert.Equal(new Deadline(day.AddDays(-1), false, null).LastDay(VietNam.Days), before.LastDay(VietNam.Days));
        Assert.True(before.LastDay(VietNam.Days) >= before.Stated && before.Stated < day);
        if (VietNam.Days.IsWorking(before.Stated)) Assert.Equal(before.Stated, before.LastDay(VietNam.Days));
    });

    private static void Check(Action<DateOnly, DateOnly, int> holds) =>
        Prop.ForAll(Cases.ToArbitrary(), c => holds(c.Day, c.Other, c.Count)).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true));
}
