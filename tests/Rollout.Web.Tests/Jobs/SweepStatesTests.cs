using Rollout.Web.Jobs;

namespace Rollout.Web.Tests.Jobs;

/// <summary>A sweep that runs long is not overlapped: the next begins late, and says by how much.</summary>
public sealed class SweepStatesTests
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private readonly Clock _time = new();

    [Fact]
    public void Sweep_tells_how_far_it_is_and_when_it_ended()
    {
        var states = new SweepStates(_time);
        Assert.Empty(states.Of("p"));
        states.Begin("p", Every, SweepShard.Whole, 2, networkOut: false);
        states.Count("p", Every, SweepShard.Whole);
        Assert.Equal((2, 1, null), (Only(states).Total, Only(states).Done, Only(states).Ended));
        states.Count("p", Every, SweepShard.Whole);
        _time.Pass(TimeSpan.FromSeconds(7));
        states.End("p", Every, SweepShard.Whole);
        Assert.Equal(_time.GetUtcNow(), Only(states).Ended);
        Assert.Empty(states.Of("other"));
    }

    [Theory]
    [InlineData(300, 0)]
    [InlineData(320, 0)] // a scheduler is never to the second
    [InlineData(420, 120)]
    public void Next_that_had_to_wait_says_so(int after, int late)
    {
        var states = new SweepStates(_time);
        states.Begin("p", Every, SweepShard.Whole, 1, networkOut: false);
        _time.Pass(TimeSpan.FromSeconds(after));
        states.End("p", Every, SweepShard.Whole);
        states.Begin("p", Every, SweepShard.Whole, 1, networkOut: false);
        Assert.Equal(TimeSpan.FromSeconds(late), Only(states).Late);
    }

    [Fact]
    public void Sweeps_of_several_intervals_stand_side_by_side()
    {
        var states = new SweepStates(_time);
        states.Begin("p", TimeSpan.FromHours(1), SweepShard.Whole, 3, networkOut: true);
        states.Begin("p", Every, SweepShard.Whole, 5, networkOut: false);
        Assert.Equal([Every, TimeSpan.FromHours(1)], states.Of("p").Select(s => s.Every));
        Assert.True(states.Of("p")[1].NetworkOut);
    }

    private static SweepState Only(SweepStates states) => Assert.Single(states.Of("p"));

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2024, 8, 1, 8, 0, 0, TimeSpan.FromHours(7));

        public override DateTimeOffset GetUtcNow() => _now;

        public void Pass(TimeSpan time) => _now += time;
    }
}
