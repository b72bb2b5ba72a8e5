using Rollout.Core.Verification;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Samples;

/// <summary>Streaks come from the samples, so that a restart loses none.</summary>
public sealed class StreakBookTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Streaks_survive_a_restart()
    {
        var store = _here.Start();
        var random = new Random(7);
        Fault?[] faults = [null, null, Sight.Refused, Sight.Central, Sight.Ours];
        await store.Samples.KeepAsync(Enumerable.Range(0, 400).Select(i =>
            Sight.Result(1 + random.Next(10), i, faults[random.Next(faults.Length)], random.Next(2) == 0 ? "catalogue" : "status")));

        var again = _here.Start();

        for (var target = 1; target <= 10; target++)
            foreach (var probe in (string[])["catalogue", "status"])
            {
                Assert.NotEqual(Streak.Empty, store.Streaks.Of(target, probe));
                Assert.Equal(store.Streaks.Of(target, probe), again.Streaks.Of(target, probe));
            }
    }

    [Fact]
    public async Task Streaks_go_on_after_a_restart()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync(Sight.Result(1, 0), Sight.Result(1, 1, Sight.Refused), Sight.Result(1, 2, Sight.Refused));

        var streak = await _here.Start().Samples.AddAsync(Sight.Result(1, 3, Sight.Refused), TestContext.Current.CancellationToken);

        Assert.Equal(new(0, 3, true, Installation.Beginning.AddMinutes(1), Installation.Beginning.AddMinutes(3), Sight.Refused) { Outcomes = 0b1000, Remembered = 4, Before = streak.Before }, streak);
        Assert.Equal((1, 0, true), (streak.Before!.Passes, streak.Before.Failures, streak.Before.EverPassed));
    }

    /// <summary>Faults of others count for nothing (rule 4), however many: what the participant's own results came to still stands.</summary>
    [Fact]
    public async Task Long_outage_of_others_and_a_restart_lose_nothing()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync([
            Sight.Result(1, 0), Sight.Result(1, 1), Sight.Result(1, 2), .. Enumerable.Range(3, 200).Select(i => Sight.Result(1, i, Sight.Central)),
            Sight.Result(2, 0, Sight.Refused), Sight.Result(2, 1, Sight.Refused), .. Enumerable.Range(3, 200).Select(i => Sight.Result(2, i, Sight.Ours))]);

        var again = _here.Start();

        Assert.Equal(3, again.Streaks.Of(1, "catalogue").Passes);
        Assert.Equal(store.Streaks.Of(1, "catalogue"), again.Streaks.Of(1, "catalogue"));
        Assert.Equal(2, again.Streaks.Of(2, "catalogue").Failures);
        Assert.Equal(store.Streaks.Of(2, "catalogue"), again.Streaks.Of(2, "catalogue"));
    }

    [Fact]
    public async Task Fault_of_a_target_that_never_gave_a_counted_result_is_still_known_after_a_restart()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync(Enumerable.Range(0, 100).Select(i => Sight.Result(1, i, i == 99 ? Sight.Ours : Sight.Central)));

        Assert.Equal(Streak.Empty with { Last = Sight.Ours }, _here.Start().Streaks.Of(1, "catalogue"));
    }

    [Fact]
    public async Task That_it_ever_passed_survives_the_pruning_of_all_samples()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync(Sight.Result(1, 0), Sight.Result(2, 0, Sight.Refused), Sight.Result(3, 0), Sight.Result(3, 1, Sight.Refused));
        store.Hours.Prune(Installation.Beginning.AddYears(1));
        Assert.Equal(0, _here.Scalar<long>("SELECT count(*) FROM samples"));

        var again = _here.Start();

        Assert.Equal(Streak.Empty with { EverPassed = true }, again.Streaks.Of(1, "catalogue"));
        Assert.Equal(Streak.Empty, again.Streaks.Of(2, "catalogue"));
        Assert.Equal(Streak.Empty with { EverPassed = true }, again.Streaks.Of(3, "catalogue"));
        Assert.False(again.Streaks.Of(1, "status").EverPassed);
    }
}
