using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>Checkpoints when the domain clock is set back: the days that are not over any more are forgotten.</summary>
public sealed class CheckpointsClockTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Clock_set_back_forgets_the_days_that_are_not_over_with_the_next_entry()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Time.Set(HanoiTime.StartOf(new(2024, 8, 11)).AddHours(9));
        foreach (var day in (int[])[1, 3, 5, 6, 10]) Fold.Keep(store, new(2024, 8, day));

        _here.Time.Set(HanoiTime.StartOf(new(2024, 8, 5)).AddHours(9));
        await store.WriteAsync(Wish.Start("01", "1.2"));

        Assert.Equal([new(2024, 8, 1), new(2024, 8, 3)], Fold.Days(_here, Store.Programme));
        foreach (var day in (int[])[4, 5, 6, 10]) Fold.AssertSame(store, store.Ledger(), HanoiTime.EndOf(new(2024, 8, day)), null);
        Assert.Equal(BoardText.Of(store.Board), BoardText.Of(_here.Start().Board));
    }

    [Fact]
    public async Task Transaction_that_fails_while_forgetting_leaves_it_to_the_next()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Time.Set(HanoiTime.StartOf(new(2024, 8, 11)));
        Fold.Keep(store, new(2024, 8, 10));
        _here.Time.Set(HanoiTime.StartOf(new(2024, 8, 5)));
        _here.Fail("BEFORE DELETE", "checkpoints");
        await Assert.ThrowsAnyAsync<Exception>(() => store.RecordAsync(Wish.Start("01", "1.2")));
        _here.FailNoMore("checkpoints");

        await store.WriteAsync(Wish.Start("01", "1.2"));

        Assert.Empty(Fold.Days(_here, Store.Programme));
        Assert.Equal(StepStatus.InProgress, store.Reader.AsOf(Store.Programme, new(HanoiTime.EndOf(new(2024, 8, 10)), null))[new("provinces-63", "01")]["test", "1.2"].Status);
    }

    [Fact]
    public async Task Random_days_with_a_clock_that_jumps_back_fold_alike()
    {
        var store = _here.Start(DataFiles.Two);
        await store.ImportBaselinesAsync();
        var random = new RandomLedger(_here, store, 6);
        for (var round = 0; round < 6; round++)
        {
            await random.WriteAsync(6, 200, () => store.KeepCheckpoints());
            _here.Time.Advance(TimeSpan.FromDays(-4));
        }
        var ledger = store.Ledger();
        Assert.NotEmpty(Fold.Days(_here, "lien-thong"));
        var end = ledger.Max(e => e.RecordedAt);

        foreach (var at in random.Instants(Installation.Beginning, end, 40)) Fold.AssertSame(store, ledger, at, null);
        foreach (var (at, known) in random.Instants(Installation.Beginning, end, 60).Zip(random.Instants(Installation.Beginning, end, 60).ToList()))
            Fold.AssertSame(store, ledger, at, known);
        foreach (var (programme, board) in _here.Start(DataFiles.Two).Boards.Current.Boards) Assert.Equal(BoardText.Of(Fold.Of(programme, ledger)), BoardText.Of(board));
    }
}
