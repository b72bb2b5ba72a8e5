using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
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

        var latest = store.Reader.Latest(Store.Programme, new(_never, null), 3);

        Assert.Equal(["1.2", "1.3"], latest.Take(2).Select(e => e.Step));
        Assert.Equal(HanoiTime.StartOf(new(2024, 7, 15)), latest[2].At);
        Assert.Equal("1.3", store.Reader.Latest(Store.Programme, new(Installation.Beginning.AddMilliseconds(-1), null), 3)[0].Step);
        Assert.DoesNotContain(store.Reader.Latest(Store.Programme, new(_never, null), 1_000), e => e.Event is StepEvent.SourceStated);
        Assert.Equal(
            store.Ledger().Where(e => e.Event is not StepEvent.SourceStated).OrderByDescending(e => e.At).ThenByDescending(e => e.Seq),
            store.Reader.Latest(Store.Programme, new(_never, null), 1_000));
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
        Assert.Equal(3, store.Reader.Of(Store.Programme, "provinces-63/92", "test", "1.1", new(_never, null), 10).Length);
        Assert.Equal(2, store.Reader.Of(Store.Programme, "provinces-63/92", "test", "1.1", new(_never, null), 2).Length);
        Assert.Single(store.Reader.Of(Store.Programme, "provinces-63/92", "test", "1.1", new(Installation.Beginning.AddDays(-1), null), 10));

        void AssertSame(Func<LedgerEntry, bool> wanted, string? phase, string? step) => Assert.Equal(
            store.Ledger().Where(e => e.Participant.Code == "92" && e.Event is not StepEvent.SourceStated && wanted(e)).Reverse(),
            store.Reader.Of(Store.Programme, "provinces-63/92", phase, step, new(_never, null), 1_000));
    }

    [Fact]
    public async Task What_was_not_known_yet_is_not_read()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Time.Advance(TimeSpan.FromDays(2));
        var then = store.Clock.Now.AddDays(-1);
        await store.WriteAsync(Wish.Start("01", "1.2") with { At = then });
        var before = store.Clock.Now.AddMilliseconds(-1);

        Assert.Equal("1.2", store.Reader.Latest(Store.Programme, new(_never, null), 1)[0].Step);
        Assert.DoesNotContain(store.Reader.Latest(Store.Programme, new(_never, before), 1_000), e => e.Participant.Code == "01" && e.Step == "1.2");
        Assert.Single(store.Reader.Of(Store.Programme, "provinces-63/01", "test", "1.2", new(then, null), 10));
        Assert.Empty(store.Reader.Of(Store.Programme, "provinces-63/01", "test", "1.2", new(then, before), 10));
        var reader = new ActivityReader(store.Database);
        Assert.Single(reader.Page(new(Store.Programme) { Participant = new("provinces-63", "01"), Step = "1.2", KnownOn = store.Clock.Now }, null, 10));
        Assert.Empty(reader.Page(new(Store.Programme) { Participant = new("provinces-63", "01"), Step = "1.2", KnownOn = before }, null, 10));
    }
}
