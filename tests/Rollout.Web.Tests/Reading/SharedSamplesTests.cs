using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Verification;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Reading;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Reading;

/// <summary>What is read in parts between two whole readings is what a whole reading would give.</summary>
public sealed class SharedSamplesTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int Count = 6;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task What_came_meanwhile_is_added_however_much_it_is(int more)
    {
        var time = new Stopped();
        var shared = new SharedSamples(server.Services.GetRequiredService<SampleReader>(), time);
        var target = Sightings.Target(server.Services, $"{10 + more}", "receive");
        var at = server.Services.GetRequiredService<DomainClock>().Now;
        await AddAsync(target, at, 0, 4);
        Assert.Equal([3, 2, 1, 0], Seen(shared, target));
        await AddAsync(target, at, 4, more);
        // Within the second everybody sees the same.
        Assert.Equal([3, 2, 1, 0], Seen(shared, target));
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Enumerable.Range(0, 4 + more).Reverse().Take(Count), Seen(shared, target));
    }

    [Fact]
    public async Task Target_that_went_is_seen_no_more_and_a_new_one_is()
    {
        var time = new Stopped();
        var shared = new SharedSamples(server.Services.GetRequiredService<SampleReader>(), time);
        var at = server.Services.GetRequiredService<DomainClock>().Now;
        var (gone, comes) = (Sightings.Target(server.Services, "30", "receive"), Sightings.Target(server.Services, "30", "status"));
        await AddAsync(gone, at, 0, 2);
        Assert.Equal([1, 0], Seen(shared, gone));
        await AddAsync(comes, at, 0, 2);
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal([1, 0], Seen(shared, comes));
        time.Pass(TimeSpan.FromSeconds(1));
        Assert.Empty(Seen(shared, comes, gone));
    }

    private async Task AddAsync(ProbeTarget target, DateTimeOffset from, int first, int count)
    {
        var samples = server.Services.GetRequiredService<ProbeSamples>();
        for (var i = first; i < first + count; i++)
            await samples.AddAsync(new(target, target.Role, from.AddMinutes(i), null, new(null, null, null, null, i), null, null), TestContext.Current.CancellationToken);
        var reader = server.Services.GetRequiredService<SampleReader>();
        // They are written in batches, a moment later.
        while (reader.Latest(target.Id, target.Role, 100).Count < first + count) await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<int> Seen(SharedSamples shared, ProbeTarget asked, ProbeTarget? shown = null) =>
        shared.Of(Sightings.Programme, [asked.Id], Count).GetValueOrDefault(((shown ?? asked).Id, (shown ?? asked).Role), []).Select(s => (int)s.Timings.Total);

    /// <summary>Time that passes only when told.</summary>
    private sealed class Stopped : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan by) => _ticks += by.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
