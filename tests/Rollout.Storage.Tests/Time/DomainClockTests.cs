using Rollout.Core.Calendar;
using Rollout.Storage.Tests.Support;
using Rollout.Storage.Time;

namespace Rollout.Storage.Tests.Time;

public sealed class DomainClockTests
{
    private static readonly DateTimeOffset Start = HanoiTime.StartOf(new(2024, 8, 1)).AddHours(8);
    private static readonly DateTimeOffset End = HanoiTime.StartOf(new(2025, 1, 1));

    private readonly TestTimeProvider _time = new(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    [Fact]
    public void Real_clock_is_the_real_time_in_hanoi()
    {
        var clock = DomainClock.Real(_time);

        _time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(new DateTimeOffset(2026, 3, 4, 12, 9, 7, TimeSpan.FromHours(7)), clock.Now);
        Assert.Equal(TimeSpan.FromHours(7), clock.Now.Offset);
        Assert.Equal((1, TimeSpan.FromMinutes(5)), (clock.Speed, clock.Domain(TimeSpan.FromMinutes(5))));
    }

    [Fact]
    public void Fast_clock_starts_at_its_start_and_passes_a_month_in_twelve_minutes()
    {
        var clock = DomainClock.Fast(_time, Start, 3_600, End);
        Assert.Equal(Start, clock.Now);

        _time.Advance(TimeSpan.FromMinutes(12));

        Assert.Equal(Start.AddDays(30), clock.Now);
        Assert.Equal(TimeSpan.FromHours(7), clock.Now.Offset);
        Assert.Equal((3_600, TimeSpan.FromHours(5)), (clock.Speed, clock.Domain(TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public void Fast_clock_runs_at_the_real_pace_once_the_end_is_reached()
    {
        var clock = DomainClock.Fast(_time, Start, 3_600, End);
        _time.Advance((End - Start) / 3_600);
        Assert.Equal(End, clock.Now);

        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(End.AddSeconds(5), clock.Now);
        Assert.Equal((1, TimeSpan.FromSeconds(5)), (clock.Speed, clock.Domain(TimeSpan.FromSeconds(5))));
        _time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(End.AddDays(30).AddSeconds(5), clock.Now);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Clock_started_at_or_after_its_end_runs_at_the_real_pace_from_there(int daysAfter)
    {
        var clock = DomainClock.Fast(_time, End.AddDays(daysAfter), 3_600, End);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal((End.AddDays(daysAfter).AddHours(1), 1), (clock.Now, clock.Speed));
    }

    [Theory]
    [InlineData(3_600)]
    [InlineData(7)]
    [InlineData(3.3)]
    [InlineData(100_000)]
    public void Clock_shows_whole_milliseconds_and_never_runs_back(double speed)
    {
        var clock = DomainClock.Fast(_time, End.AddHours(-1), speed, End.AddTicks(12_345));
        var random = new Random(3);
        var before = clock.Now;
        var real = (End.AddTicks(12_345) - End.AddHours(-1)) / speed;
        for (var i = 0; i < 2_000; i++)
        {
            _time.Advance(TimeSpan.FromTicks(random.NextInt64(real.Ticks / 500) + 1));
            var now = clock.Now;
            Assert.Equal(0, now.Ticks % TimeSpan.TicksPerMillisecond);
            Assert.True(now >= before, $"{now:O} after {before:O}");
            before = now;
        }
        Assert.True(before >= HanoiTime.Local(End));
    }

    [Fact]
    public void Clock_never_runs_back_where_fast_becomes_real_tick_by_tick()
    {
        foreach (var speed in (double[])[3_600, 7, 3.3, 1.5, 0.7])
        {
            var time = new TestTimeProvider(_time.GetUtcNow());
            var clock = DomainClock.Fast(time, Start, speed, Start.AddSeconds(1));
            time.Advance((TimeSpan.FromSeconds(1) / speed) - TimeSpan.FromTicks(20_000));
            var before = clock.Now;
            for (var i = 0; i < 40_000; i++)
            {
                time.Advance(TimeSpan.FromTicks(1));
                var now = clock.Now;
                if (now < before) Assert.Fail($"At speed {speed}: {now:O} after {before:O}");
                before = now;
            }
        }
    }
}
