using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Calendar;

/// <summary>The days that Viet Nam's civil servants have off, as the repository's file has them, and how they are counted.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = VietNam.Days;

    public static TheoryData<string, string, string> Rows => [.. Days.Days.Select(d => ($"{d.Date:yyyy-MM-dd}", $"{d.Kind}", d.Name))];

    public static TheoryData<int> Years => [.. Days.Years];

    [Fact]
    public void File_speaks_of_five_years_in_the_order_of_their_days()
    {
        Assert.Equal([2022, 2023, 2024, 2025, 2026], Days.Years);
        var rows = VietNam.Csv.Split('\n').Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])).ToList();
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
        Assert.Equal(rows.Count, Days.Days.Length);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_is_worked_only_where_it_is_a_saturday_in_exchange(string date, string kind, string name)
    {
        var day = Day(date);
        Assert.Equal(kind == "WorkedSaturday", Days.IsWorking(day));
        Assert.NotEmpty(name);
        if (kind == "WorkedSaturday") Assert.Equal(DayOfWeek.Saturday, day.DayOfWeek);
        if (kind is "InLieu" or "SwappedOff") Assert.False(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>Labour Code 45/2019/QH14: article 112 gives eleven days a year, article 111 clause 3 a day in lieu of each that falls on a weekend.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void Year_has_the_eleven_holidays_of_the_law_and_as_many_days_in_lieu_as_fall_on_weekends(int year)
    {
        var days = Days.Days.Where(d => d.Date.Year == year).ToList();
        var holidays = days.Where(d => d.Kind == DayKind.Holiday).ToList();
        Assert.Equal(
            ["Giỗ Tổ Hùng Vương 1", "Ngày Chiến thắng 1", "Ngày Quốc tế lao động 1", "Quốc khánh 2", "Tết Dương lịch 1", "Tết Âm lịch 5"],
            holidays.CountBy(d => d.Name).Select(n => $"{n.Key} {n.Value}").Order(StringComparer.Ordinal));
        foreach (var (month, day) in ((int, int)[])[(1, 1), (4, 30), (5, 1), (9, 2)]) Assert.Contains(holidays, d => d.Date == new DateOnly(year, month, day));
        Assert.Equal(holidays.Count(d => d.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday), days.Count(d => d.Kind == DayKind.InLieu));
        Assert.Equal(days.Count(d => d.Kind == DayKind.SwappedOff), days.Count(d => d.Kind == DayKind.WorkedSaturday));
    }

    [Fact]
    public void Day_in_lieu_follows_its_holidays_without_a_working_day_between() =>
        Assert.All(Days.Days.Where(d => d.Kind == DayKind.InLieu), lieu =>
        {
            var before = lieu.Date.AddDays(-1);
            while (!Days.IsWorking(before) && !Days.Days.Any(d => d.Date == before && d.Kind == DayKind.Holiday)) before = before.AddDays(-1);
            Assert.Contains(Days.Days, d => d.Date == before && d.Kind == DayKind.Holiday);
        });

    [Theory]
    [InlineData("2022-01-28", "2022-02-07")]
    [InlineData("2022-04-29", "2022-05-04")]
    [InlineData("2023-01-19", "2023-01-27")]
    [InlineData("2023-04-28", "2023-05-04")]
    [InlineData("2023-08-31", "2023-09-05")]
    [InlineData("2024-02-07", "2024-02-15")]
    [InlineData("2024-04-26", "2024-05-02")]
    [InlineData("2024-08-30", "2024-09-04")]
    [InlineData("2025-01-24", "2025-02-03")]
    [InlineData("2025-04-25", "2025-04-26")]
    [InlineData("2025-04-29", "2025-05-05")]
    [InlineData("2025-12-31", "2026-01-05")]
    [InlineData("2026-02-13", "2026-02-23")]
    [InlineData("2026-04-24", "2026-04-28")]
    [InlineData("2026-08-28", "2026-09-03")]
    public void Work_goes_on_after_a_break_on_the_day_announced(string last, string next)
    {
        Assert.True(Days.IsWorking(Day(last)));
        Assert.Equal(Day(next), Days.Add(Day(last), 1));
        Assert.Equal(Day(next), Days.RollForward(Day(last).AddDays(1)));
        Assert.Equal(1, Days.Between(Day(last), Day(next)));
    }

    [Theory]
    [InlineData("2024-05-03", 3, "2024-05-07")]
    [InlineData("2024-05-04", 3, "2024-05-08")]
    [InlineData("2024-05-05", 3, "2024-05-08")]
    [InlineData("2024-07-10", 0, "2024-07-10")]
    [InlineData("2024-07-13", 0, "2024-07-13")]
    [InlineData("2024-07-12", 5, "2024-07-19")]
    public void Working_days_are_counted_after_the_day(string from, int count, string to) => Assert.Equal(Day(to), Days.Add(Day(from), count));

    [Fact]
    public void Days_before_a_day_cannot_be_added() => Assert.Throws<ArgumentOutOfRangeException>(() => Days.Add(Day("2024-07-10"), -1));

    [Theory]
    [InlineData("2024-01-01", "2026-12-31", "")]
    [InlineData("2021-12-31", "2022-01-01", "2021")]
    [InlineData("2026-12-31", "2028-01-01", "2027 2028")]
    [InlineData("2028-01-01", "2026-12-31", "2027 2028")]
    public void Year_that_the_file_does_not_speak_of_is_told(string from, string to, string missing) =>
        Assert.Equal(missing, string.Join(' ', Days.Missing(Day(from), Day(to))));

    [Fact]
    public void Calendar_without_days_knows_weekends_alone()
    {
        var monday = Day("2024-09-02");
        Assert.True(WorkingDays.WeekendsAlone.IsWorking(monday));
        Assert.False(WorkingDays.WeekendsAlone.IsWorking(monday.AddDays(-1)));
        Assert.Equal([2024], WorkingDays.WeekendsAlone.Missing(monday, monday));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
