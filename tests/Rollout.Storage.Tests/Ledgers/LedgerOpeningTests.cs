using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

public sealed class LedgerOpeningTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Empty_ledger_opens_empty_boards()
    {
        var snapshot = _here.Start(DataFiles.Two).Boards.Current;

        Assert.Equal((0, HashChain.Genesis), (snapshot.Seq, snapshot.Hash));
        Assert.Equal(["giay-phep", "lien-thong"], snapshot.Boards.Keys.Order());
        Assert.All(snapshot.Boards.Values, b => Assert.Equal((0, 63), (b.Seq, b.Rows.Count)));
    }

    [Fact]
    public async Task Checkpoints_of_different_days_and_places_open_as_folded_from_the_first_entry()
    {
        var store = _here.Start(DataFiles.Two);
        await store.ImportBaselinesAsync();
        var random = new RandomLedger(_here, store, 11);
        await random.WriteAsync(6, 80);
        Keep(0, 3);
        await random.WriteAsync(4, 80);
        Keep(1, 2);
        await random.WriteAsync(2, 80);

        AssertOpensAsFolded(store);
        var change = new StepCommand.Change(People.Province("92"), Wish.Key("92", "a.1", "only"), StepStatus.InProgress, 0);
        await store.Recorder.RecordAsync("giay-phep", change, TestContext.Current.CancellationToken);
        AssertOpensAsFolded(store);

        void Keep(int programme, int daysAgo)
        {
            using var connection = store.Database.Connect();
            var item = DataFiles.Two.All[programme];
            var day = Core.Calendar.HanoiTime.DayOf(store.Clock.Now).AddDays(-daysAgo);
            var board = Core.Boards.Board.Empty(item.Programme, item.Participants).Apply(store.Ledger().Where(e => e.At <= Core.Calendar.HanoiTime.EndOf(day)));
            Checkpoints.Keep(connection, day, store.Boards.Current.Seq, store.Boards.Current.Hash, store.Clock.Now, board);
        }
    }

    [Fact]
    public async Task Checkpoint_at_the_very_head_opens_with_its_hash_and_goes_on()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        using (var connection = store.Database.Connect())
            Checkpoints.Keep(connection, new(2024, 7, 31), store.Boards.Current.Seq, store.Boards.Current.Hash, store.Clock.Now, store.Board);

        var opened = _here.Start();
        Assert.Equal((store.Boards.Current.Seq, store.Boards.Current.Hash), (opened.Boards.Current.Seq, opened.Boards.Current.Hash));

        await opened.WriteAsync(Wish.Start("01", "1.2"));
        Assert.Equal((store.Boards.Current.Seq + 1, null), opened.Chain.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Programme_that_was_added_later_opens_from_the_first_entry()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        using (var connection = store.Database.Connect())
            Checkpoints.Keep(connection, new(2024, 7, 31), store.Boards.Current.Seq, store.Boards.Current.Hash, store.Clock.Now, store.Board);

        AssertOpensAsFolded(store);
    }

    private void AssertOpensAsFolded(Store store)
    {
        var ledger = store.Ledger();
        var opened = _here.Start(DataFiles.Two).Boards;
        Assert.Null(opened.BrokenAt);
        Assert.Equal((ledger[^1].Seq, ledger[^1].Hash), (opened.Current.Seq, opened.Current.Hash));
        foreach (var (programme, empty) in BoardStore.Empty(DataFiles.Two).Boards)
            Assert.Equal(BoardText.Of(empty.Apply(ledger)), BoardText.Of(opened.Of(programme)));
    }
}
