using Rollout.Core.Calendar;

namespace Rollout.Core.Tests.Calendar;

/// <summary>Durations as files write them, and days as they begin and end in Hà Nội.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData("250ms", 0.25)]
    [InlineData("2s", 2)]
    [InlineData("1.5m", 90)]
    [InlineData("48h", 172_800)]
    [InlineData("30d", 2_592_000)]
    [InlineData("0s", 0)]
    public void Duration_is_a_number_and_a_unit(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), DurationText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("5 m")]
    [InlineData("-5m")]
    [InlineData("5M")]
    [InlineData("5min")]
    [InlineData("1.2.3s")]
    [InlineData(".")]
    [InlineData("1,5h")]
    [InlineData("1h30m")]
    [InlineData("99999999999999d")]
    public void Anything_else_is_none(string text) => Assert.Null(DurationText.Parse(text));

    [Fact]
    public void Day_begins_and_ends_in_hanoi()
    {
        var day = new DateOnly(2024, 7, 15);
        Assert.Equal(new DateTimeOffset(2024, 7, 14, 17, 0, 0, TimeSpan.Zero), HanoiTime.StartOf(day));
        Assert.Equal(new DateTimeOffset(2024, 7, 15, 16, 59, 59, 999, TimeSpan.Zero), HanoiTime.EndOf(day));
        Assert.Equal(day, HanoiTime.DayOf(HanoiTime.StartOf(day)));
        Assert.Equal(day, HanoiTime.DayOf(HanoiTime.EndOf(day)));
        Assert.Equal(day.AddDays(1), HanoiTime.DayOf(HanoiTime.EndOf(day).AddMilliseconds(1)));
    }

    [Fact]
    public void Local_time_is_cut_to_whole_milliseconds_and_keeps_the_instant()
    {
        var local = HanoiTime.Local(new DateTimeOffset(2024, 8, 1, 1, 0, 0, TimeSpan.Zero).AddTicks(12_345));
        Assert.Equal("2024-08-01T08:00:00.0010000+07:00", local.ToString("O"));
    }
}
