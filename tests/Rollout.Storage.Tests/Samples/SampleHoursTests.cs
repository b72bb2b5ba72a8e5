using Rollout.Core.Verification;
using Rollout.Storage.Samples;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Samples;

/// <summary>Samples grown old: by the hour, and how available somebody was.</summary>
public sealed class SampleHoursTests : IDisposable
{
    private readonly Installation _here = new();

    [Fact]
    public async Task Hour_that_is_over_is_rolled_up_once_with_counts_and_latencies()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync([
            .. Enumerable.Range(0, 20).Select(i => Sight.Result(1, i)), Sight.Result(1, 20, Sight.Refused), Sight.Result(1, 21, Sight.Central), Sight.Result(1, 22, Sight.Ours),
            Sight.Result(2, 3), Sight.Result(1, 5, probe: "status"), Sight.Result(1, 61)]);

        store.Hours.RollUp(Installation.Beginning.AddMinutes(89));
        Assert.Equal(0L, Count());
        for (var again = 0; again < 2; again++) store.Hours.RollUp(Installation.Beginning.AddMinutes(90));

        Assert.Equal(3L, Count());
        Assert.Equal("20 1 2 11.25 21.25 22.25", _here.Scalar<string>(
            "SELECT passes || ' ' || failures || ' ' || unseen || ' ' || p50 || ' ' || p95 || ' ' || slowest FROM sample_hours WHERE target_id = 1 AND probe = 'catalogue'"));
    }

    [Fact]
    public async Task Hours_go_on_where_they_ended_over_days_without_samples()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync([Sight.Result(1, 0), Sight.Result(1, 60 * 24 * 3), Sight.Result(1, 60 * 24 * 3 + 61)]);
        store.Hours.RollUp(Installation.Beginning.AddDays(1));
        Assert.Equal(1L, Count());
        store.Hours.RollUp(Installation.Beginning.AddDays(10));
        Assert.Equal(3L, Count());
    }

    [Fact]
    public async Task Instant_is_told_by_its_hour_or_where_nobody_looked_within_it_by_the_day_up_to_it()
    {
        var store = _here.Start();
        var day = Core.Calendar.HanoiTime.StartOf(new(2024, 8, 1));
        await store.Samples.KeepAsync([Sight.Result(1, 0), Sight.Result(1, 1, Sight.Refused), Sight.Result(1, 2, Sight.Central), Sight.Result(1, 60), Sight.Result(2, 60 * 24)]);
        store.Hours.RollUp(Installation.Beginning.AddDays(2));

        Assert.Equal(new SampleSpan(day.AddHours(8), day.AddHours(9), 1, 1, 1), store.Hours.At([1, 2], Installation.Beginning)[(1, "catalogue")]);
        Assert.Equal(new SampleSpan(day.AddHours(9), day.AddHours(10), 1, 0, 0), store.Hours.At([1], Installation.Beginning.AddHours(1))[(1, "catalogue")]);
        Assert.Equal(new SampleSpan(day, day.AddHours(23), 2, 1, 1), store.Hours.At([1, 2], day.AddHours(23.5))[(1, "catalogue")]);
        Assert.Empty(store.Hours.At([1, 2], day.AddHours(7)));
        Assert.Empty(store.Hours.At([1], Installation.Beginning.AddDays(1)));
    }

    [Fact]
    public async Task Availability_of_the_past_leaves_out_what_came_later()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync([Sight.Result(1, 0), Sight.Result(1, 60 * 24, Sight.Refused), Sight.Result(1, 60 * 24 * 3, Sight.Refused)]);
        var then = Installation.Beginning.AddDays(1.5);
        Assert.Equal(new Availability(0, 0.5, 0.5), store.Hours.Of([1], then, then)[(1, "catalogue")]);
        store.Hours.RollUp(Installation.Beginning.AddDays(2));
        Assert.Equal(new Availability(0, 0.5, 0.5), store.Hours.Of([1], then, then)[(1, "catalogue")]);
    }

    [Fact]
    public async Task Availability_counts_passes_against_own_failures_from_hours_and_from_what_is_not_rolled_up_yet()
    {
        var store = _here.Start();
        var now = Installation.Beginning.AddDays(20);
        int At(double daysAgo) => (int)(20 - daysAgo) * 24 * 60 + 5;
        await store.Samples.KeepAsync([
            Sight.Result(1, At(19)), Sight.Result(1, At(19) + 1, Sight.Refused), Sight.Result(1, At(5)), Sight.Result(1, At(5) + 1), Sight.Result(1, At(5) + 2, Sight.Refused),
            Sight.Result(1, At(5) + 3, Sight.Central), Sight.Result(1, 20 * 24 * 60 - 30), Sight.Result(2, At(19), Sight.Ours)]);
        var before = store.Hours.Of([1, 2, 3], now);
        store.Hours.RollUp(now);
        store.Hours.Prune(now);

        var after = store.Hours.Of([1, 2, 3], now);
        Assert.Equal(new Availability(1, 3d / 4, 4d / 6), after[(1, "catalogue")]);
        Assert.Equal(before[(1, "catalogue")], after[(1, "catalogue")]);
        Assert.Equal(new Availability(null, null, null), after[(2, "catalogue")]);
        Assert.False(after.ContainsKey((3, "catalogue")));
    }

    [Fact]
    public async Task Hours_are_kept_five_years()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync(Sight.Result(1, 0));
        store.Hours.RollUp(Installation.Beginning.AddDays(1));
        store.Hours.Prune(Installation.Beginning.AddYears(5));
        Assert.Equal(1L, Count());
        store.Hours.Prune(Installation.Beginning.AddYears(5).AddDays(3));
        Assert.Equal(0L, Count());
    }

    [Fact]
    public async Task Answers_are_kept_when_the_verdict_turns_and_else_now_and_then()
    {
        var store = _here.Start();
        ProbeResult Said(int minute, string said, Fault? fault = null) => Sight.Result(1, minute, fault) with { Said = said };
        await store.Samples.KeepAsync(Said(0, "một"), Said(1, "hai"), Said(2, "hỏng", Sight.Refused), Said(3, "vẫn hỏng", Sight.Refused), Said(4, "ba"), Said(5, "bốn"));
        Assert.Equal("ba", store.Seen.Answer(1, "catalogue", passed: true)?.Said);
        Assert.Equal("hỏng", store.Seen.Answer(1, "catalogue", passed: false)?.Said);
        await store.Samples.KeepAsync(Said(40, "năm"));
        Assert.Equal(("năm", Installation.Beginning.AddMinutes(40)), (store.Seen.Answer(1, "catalogue", passed: true)!.Value.Said, store.Seen.Answer(1, "catalogue", passed: true)!.Value.At));
        Assert.Null(store.Seen.Answer(2, "catalogue", passed: true));
    }

    [Fact]
    public async Task Forgiven_failures_are_somebody_elses_and_stay_so_after_a_restart()
    {
        var store = _here.Start();
        await store.Samples.KeepAsync([
            .. Enumerable.Range(0, 4).Select(i => Sight.Result(1, i)), Sight.Result(1, 4, Sight.Refused), Sight.Result(1, 5, Sight.Refused), Sight.Result(2, 0), Sight.Result(2, 1, Sight.Refused)]);

        store.Samples.Forgive([(1, "catalogue")], "ndxp");

        foreach (var streaks in (StreakBook[])[store.Streaks, _here.Start().Streaks])
        {
            Assert.Equal((4, 0, "ndxp"), (streaks.Of(1, "catalogue").Passes, streaks.Of(1, "catalogue").Failures, streaks.Of(1, "catalogue").Last?.Owner));
            Assert.Equal(1, streaks.Of(2, "catalogue").Failures);
        }
        Assert.Equal(["ndxp", "ndxp"], store.Seen.Latest(1, "catalogue", 2).Select(s => s.Fault?.Owner));
    }

    public void Dispose() => _here.Dispose();

    private long Count() => _here.Scalar<long>("SELECT count(*) FROM sample_hours");
}
