using Microsoft.Extensions.Logging;
using Rollout.Core.Verification;
using Rollout.Storage.Samples;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Samples;

public sealed class ProbeSamplesTests : IDisposable
{
    private readonly Installation _here = new();

    [Fact]
    public async Task Results_until_an_instant_are_the_newest_of_each_probe_by_then()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync([.. Enumerable.Range(0, 10).Select(i => Sight.Result(1, i)), Sight.Result(1, 3, probe: "status"), Sight.Result(2, 9)]);
        var until = store.Seen.Until([1, 2], 3, Installation.Beginning.AddMinutes(5));
        Assert.Equal([5, 4, 3], until.Where(s => s.Probe == "catalogue").Select(s => (int)(s.At - Installation.Beginning).TotalMinutes));
        Assert.Single(until, s => s.Probe == "status");
        Assert.DoesNotContain(until, s => s.Target == 2);
    }

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Results_are_written_with_all_they_say_newest_first()
    {
        var store = _here.Start();
        var bare = Sight.Result(1, 2, new("c06", "x", "")) with { Timings = new(null, null, null, null, 3), Address = null, CertificateEnds = null };

        await store.Samples.KeepAsync(Sight.Result(1, 0), Sight.Result(1, 1, Sight.Central), bare, Sight.Result(1, 3, probe: "status"), Sight.Result(2, 4));

        Assert.Equal(
            [
                new ProbeSample(1, "catalogue", bare.At, bare.Fault, bare.Timings, null, null),
                new(1, "catalogue", Installation.Beginning.AddMinutes(1), Sight.Central, new(1.5, 2.5, null, null, 1.25), "10.0.0.1:443", Installation.Beginning.AddDays(90)),
                new(1, "catalogue", Installation.Beginning, null, new(1.5, 2.5, null, null, 0.25), "10.0.0.1:443", Installation.Beginning.AddDays(90)),
            ],
            store.Seen.Latest(1, "catalogue", 10));
        Assert.Equal(2, store.Seen.Latest(1, "catalogue", 2).Count);
        Assert.Single(store.Seen.Latest(1, "status", 10));
        Assert.Single(store.Seen.Latest(2, "catalogue", 10));
        Assert.Empty(store.Seen.Latest(2, "status", 10));
    }

    [Fact]
    public async Task Streak_is_counted_at_once()
    {
        var store = _here.Start();
        var ct = TestContext.Current.CancellationToken;

        await store.Samples.AddAsync(Sight.Result(1, 0), ct);
        var streak = await store.Samples.AddAsync(Sight.Result(1, 1), ct);

        Assert.Equal(new(2, 0, true, null, Installation.Beginning.AddMinutes(1), null) { Outcomes = 0b11, Remembered = 2 }, streak);
        Assert.Equal(streak, store.Streaks.Of(1, "catalogue"));
        Assert.Equal(Streak.Empty, store.Streaks.Of(1, "status"));
    }

    [Fact]
    public async Task Many_results_at_once_are_all_written_in_their_order()
    {
        var store = _here.Start();

        await store.Samples.KeepAsync(Enumerable.Range(0, 3_000).Select(i => Sight.Result(1 + (i % 3), i)));

        Assert.Equal(3_000, _here.Scalar<long>("SELECT count(*) FROM samples"));
        for (var target = 1; target <= 3; target++)
        {
            var minutes = store.Seen.Latest(target, "catalogue", 2_000).Select(s => (int)(s.At - Installation.Beginning).TotalMinutes).ToList();
            Assert.Equal(1_000, minutes.Count);
            Assert.Equal(minutes.OrderDescending(), minutes);
        }
    }

    [Fact]
    public async Task Results_that_wait_when_the_program_stops_are_written()
    {
        var store = _here.Start();
        var ct = TestContext.Current.CancellationToken;
        for (var i = 0; i < 50; i++)
        {
            using var samples = new ProbeSamples(store.Database, store.Streaks, new LogBook<ProbeSamples>());
            await samples.AddAsync(Sight.Result(1, i), ct);
            await samples.StartAsync(ct);
            await samples.StopAsync(ct);
        }

        Assert.Equal(50, store.Seen.Latest(1, "catalogue", 100).Count);
    }

    [Fact]
    public async Task Result_added_when_nothing_runs_any_more_is_written_by_the_stop()
    {
        var store = _here.Start();
        var ct = TestContext.Current.CancellationToken;
        await store.Samples.AddAsync(Sight.Result(1, 0), ct);

        await store.Samples.StopAsync(ct);

        Assert.Single(store.Seen.Latest(1, "catalogue", 10));
    }

    [Fact]
    public async Task Batch_that_cannot_be_written_is_lost_once_and_said_so_and_the_next_is_written()
    {
        var store = _here.Start();
        var ct = TestContext.Current.CancellationToken;
        var log = new LogBook<ProbeSamples>();
        using var samples = new ProbeSamples(store.Database, store.Streaks, log);
        _here.Fail("BEFORE INSERT", "samples", "NEW.fault_owner = 'ndxp'");
        foreach (var result in (ProbeResult[])[Sight.Result(1, 0), Sight.Result(1, 1, Sight.Central), Sight.Result(1, 2), Sight.Result(1, 3)])
            await samples.AddAsync(result, ct);
        await samples.StopAsync(ct);
        Assert.Equal((0, 0), (_here.Scalar<long>("SELECT count(*) FROM samples"), _here.Scalar<long>("SELECT count(*) FROM first_passes")));

        await samples.AddAsync(Sight.Result(1, 4, Sight.Refused), ct);
        await samples.StopAsync(ct);

        Assert.Equal(LogLevel.Warning, Assert.Single(log.Lines).Level);
        Assert.Equal(Sight.Refused, Assert.Single(store.Seen.Latest(1, "catalogue", 10)).Fault);
        Assert.Equal(1, store.Streaks.Of(1, "catalogue").Failures);
    }

    [Fact]
    public async Task First_pass_that_was_lost_with_its_batch_is_written_with_the_next_pass()
    {
        var store = _here.Start();
        _here.Fail("BEFORE INSERT", "samples", $"NEW.at = {Installation.Beginning.ToUnixTimeMilliseconds()}");
        var ct = TestContext.Current.CancellationToken;
        using (var samples = new ProbeSamples(store.Database, store.Streaks, new LogBook<ProbeSamples>()))
        {
            await samples.AddAsync(Sight.Result(1, 0), ct);
            await samples.StopAsync(ct);
            Assert.Equal(0, _here.Scalar<long>("SELECT count(*) FROM first_passes"));
            await samples.AddAsync(Sight.Result(1, 5), ct);
            await samples.StopAsync(ct);
        }
        store.Hours.Prune(Installation.Beginning.AddYears(1));

        Assert.True(_here.Start().Streaks.Of(1, "catalogue").EverPassed);
    }

    [Fact]
    public async Task Prune_keeps_the_newest_thousand_of_a_target()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync([
            .. Enumerable.Range(0, 600).Select(i => Sight.Result(1, i)), .. Enumerable.Range(600, 700).Select(i => Sight.Result(1, i, probe: "status")),
            .. Enumerable.Range(0, 900).Select(i => Sight.Result(2, i))]);

        store.Hours.Prune(Installation.Beginning.AddDays(1));
        store.Hours.Prune(Installation.Beginning.AddDays(1));

        Assert.Equal(Enumerable.Range(300, 300).Reverse().Select(i => i + 0.25), store.Seen.Latest(1, "catalogue", 2_000).Select(s => s.Timings.Total));
        Assert.Equal(Enumerable.Range(600, 700).Reverse().Select(i => i + 0.25), store.Seen.Latest(1, "status", 2_000).Select(s => s.Timings.Total));
        Assert.Equal(900, store.Seen.Latest(2, "catalogue", 2_000).Count);
    }

    [Fact]
    public async Task Prune_keeps_fourteen_days()
    {
        var store = _here.Start();
        var days = Enumerable.Range(0, 20).Select(d => Sight.Result(1, d * 24 * 60)).ToList();
        await store.Samples.KeepAsync(days);

        store.Hours.Prune(days[^1].At);

        Assert.Equal(days.Select(r => r.At).Where(at => at >= days[^1].At.AddDays(-14)).Reverse(), store.Seen.Latest(1, "catalogue", 100).Select(s => s.At));
    }
}
