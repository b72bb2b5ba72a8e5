using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Core.Trends;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>A trend folded from checkpoint to checkpoint is the one folded from the first entry.</summary>
public sealed class TrendLedgerTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Trend_by_checkpoints_is_the_trend_of_the_whole_ledger(int seed, bool daily)
    {
        var store = _here.Start(DataFiles.Two);
        await store.ImportBaselinesAsync();
        var random = new RandomLedger(_here, store, seed);
        await random.WriteAsync(30, 120, () => { if (daily) store.KeepCheckpoints(); });
        store.KeepCheckpoints();
        Assert.InRange(Fold.Days(_here, Store.Programme).Length, 2, 10);
        var ledger = store.Ledger();

        foreach (var phase in (string[])["test", "production"])
        {
            foreach (var at in random.Instants(Installation.Beginning.AddDays(-20), store.Clock.Now, 20)) AssertSame(store, ledger, phase, new(at, null));
            foreach (var (at, known) in random.Instants(Installation.Beginning, store.Clock.Now, 20).Zip(random.Instants(Installation.Beginning, store.Clock.Now, 20).ToList()))
                AssertSame(store, ledger, phase, new(at, known));
            foreach (var day in Fold.Days(_here, Store.Programme)) AssertSame(store, ledger, phase, new(HanoiTime.EndOf(day), store.Clock.Now));
            AssertSame(store, ledger, phase, TwoTimes.All);
        }
    }

    [Fact]
    public async Task What_a_fold_lacks_are_changes_of_status_and_sources_of_its_phase_only()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        await store.WriteAsync(Wish.See(Wish.Key("01", "1.2"), VerificationState.Passing, settled: true));
        var trends = new TrendLedger(store.Database, DataFiles.One);

        var entries = trends.Between(Store.Programme, "test", 0, long.MaxValue, null);

        Assert.Equal(
            store.Ledger().Where(e => e.Phase == "test" && e.Event is StepEvent.StatusChanged or StepEvent.SourceStated && e.Phase == "test").OrderBy(e => e.At).ThenBy(e => e.Seq), entries);
        Assert.Contains(entries, e => e.Event is StepEvent.SourceStated);
        Assert.Equal(entries.Where(e => e.Seq > 100 && e.Seq <= 200), trends.Between(Store.Programme, "test", 100, 200, null));
        Assert.Equal(entries.Where(e => e.At >= Installation.Beginning), trends.Between(Store.Programme, "test", 0, long.MaxValue, Installation.Beginning));
    }

    [Fact]
    public void Empty_ledger_has_no_trend()
    {
        var (fold, seq) = new TrendLedger(_here.Start().Database, DataFiles.One).Fold(Store.Programme, "test", TwoTimes.All);

        Assert.Equal(0, seq);
        Assert.Empty(fold.Until(Installation.Beginning));
    }

    private static void AssertSame(Store store, IEnumerable<LedgerEntry> ledger, string phase, TwoTimes times)
    {
        var wanted = ledger.Where(e => e.Event is StepEvent.StatusChanged or StepEvent.SourceStated
            && (times.KnownOn is null || e.RecordedAt <= times.KnownOn) && e.At <= times.AsOf);
        var until = times == TwoTimes.All ? store.Clock.Now : times.AsOf;
        var empty = Board.Empty(DataFiles.Two.All[0].Programme, DataFiles.Two.All[0].Participants);
        Assert.Equal(
            Trend.Of(empty, phase, wanted, until).Select(Said), new TrendLedger(store.Database, DataFiles.Two).Fold(Store.Programme, phase, times).Fold.Until(until).Select(Said));
    }

    private static string Said(TrendPoint point) => $"{point.Day:O} {string.Join(' ', point.Systems)} {point.StepsDone}";
}
