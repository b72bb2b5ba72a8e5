using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

public sealed class LedgerReaderTests : IDisposable
{
    private readonly Installation _here = new();
    private readonly DateTimeOffset _never = Installation.Beginning.AddYears(1);

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Entries_after_a_seq_come_ascending_and_no_more_than_asked()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        var ledger = store.Ledger();

        Assert.Equal(ledger[..100], store.Reader.After(Store.Programme, 0, 100));
        Assert.Equal(ledger[100..150], store.Reader.After(Store.Programme, 100, 50));
        Assert.Equal(ledger[^1..], store.Reader.After(Store.Programme, ledger.Length - 1, 100));
        Assert.Empty(store.Reader.After(Store.Programme, ledger.Length, 100));
        Assert.Empty(store.Reader.After("giay-phep", 0, 100));
    }

    [Fact]
    public async Task Latest_entries_come_by_when_they_hold_and_leave_out_sources()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        await store.WriteAsync(Wish.Start("01", "1.2"));
        _here.Time.Advance(TimeSpan.FromDays(1));
        await store.WriteAsync(Wish.Start("01", "1.3") with { At = Installation.Beginning.AddHours(-1) });

        var latest = store.Reader.Latest(Store.Programme, _never, 3);

        Assert.Equal(["1.2", "1.3"], latest.Take(2).Select(e => e.Step));
        Assert.Equal(HanoiTime.StartOf(new(2024, 7, 15)), latest[2].At);
        Assert.Equal("1.3", store.Reader.Latest(Store.Programme, Installation.Beginning.AddMilliseconds(-1), 3)[0].Step);
        Assert.DoesNotContain(store.Reader.Latest(Store.Programme, _never, 1_000), e => e.Event is StepEvent.SourceStated);
        Assert.Equal(
            store.Ledger().Where(e => e.Event is not StepEvent.SourceStated).OrderByDescending(e => e.At).ThenByDescending(e => e.Seq),
            store.Reader.Latest(Store.Programme, _never, 1_000));
    }

    [Fact]
    public async Task Entries_of_a_participant_a_phase_and_a_cell_come_newest_first()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        await store.WriteAsync(Wish.Correct(Wish.Key("92", "1.1"), StepStatus.InProgress, 1));
        await store.WriteAsync(Wish.Change("92", "1.1", StepStatus.Reported, 2));

        AssertSame(e => e.Event is not StepEvent.SourceStated, null, null);
        AssertSame(e => e.Event is not StepEvent.SourceStated && e.Phase is null or "test", "test", null);
        AssertSame(e => e is { Phase: "test", Step: "1.1" }, "test", "1.1");
        Assert.Equal(3, store.Reader.Of(Store.Programme, "provinces-63/92", "test", "1.1", _never, 10).Length);
        Assert.Equal(2, store.Reader.Of(Store.Programme, "provinces-63/92", "test", "1.1", _never, 2).Length);
        Assert.Single(store.Reader.Of(Store.Programme, "provinces-63/92", "test", "1.1", Installation.Beginning.AddDays(-1), 10));

        void AssertSame(Func<LedgerEntry, bool> wanted, string? phase, string? step) => Assert.Equal(
            store.Ledger().Where(e => e.Participant.Code == "92" && e.Event is not StepEvent.SourceStated && wanted(e)).Reverse(),
            store.Reader.Of(Store.Programme, "provinces-63/92", phase, step, _never, 1_000));
    }

    [Fact]
    public async Task Trend_is_given_changes_of_status_and_sources_of_its_phase_only()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        await store.WriteAsync(Wish.See(Wish.Key("01", "1.2"), VerificationState.Passing, settled: true));

        var entries = store.Reader.ForTrend(Store.Programme, "test");

        Assert.Equal(store.Ledger().Where(e => e.Phase == "test" && e.Event is StepEvent.StatusChanged or StepEvent.SourceStated && e.Phase == "test"), entries);
        Assert.Contains(entries, e => e.Event is StepEvent.SourceStated);
        Assert.DoesNotContain(entries, e => e.Event is StepEvent.VerificationChanged or StepEvent.ServiceChanged);
    }
}
