using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

public sealed class BoardStoreTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Subscribers_are_counted_and_let_go_once()
    {
        var boards = new BoardStore(DataFiles.One);
        var (first, second) = (boards.Subscribe(Ignore), boards.Subscribe(Ignore));
        Assert.Equal(2, boards.ListenerCount);

        first.Dispose();
        first.Dispose();

        Assert.Equal(1, boards.ListenerCount);
        second.Dispose();
        Assert.Equal(0, boards.ListenerCount);

        static void Ignore(BoardChange change)
        {
        }
    }

    [Fact]
    public async Task Subscriber_that_let_go_hears_nothing_more()
    {
        var store = _here.Start();
        using var stays = new ChangeWatch(store.Boards);
        using (var leaves = new ChangeWatch(store.Boards))
        {
            await store.WriteAsync(Wish.Start("01", "1.1"));
            Assert.Single(leaves.Changes);
            leaves.Dispose();
            await store.WriteAsync(Wish.Start("01", "1.2"));
            Assert.Single(leaves.Changes);
        }
        Assert.Equal(2, stays.Changes.Count);
    }

    [Fact]
    public async Task Subscriber_may_let_go_while_it_is_told()
    {
        var store = _here.Start();
        IDisposable? own = null;
        var heard = 0;
        own = store.Boards.Subscribe(_ =>
        {
            heard++;
            own!.Dispose();
        });
        using var other = new ChangeWatch(store.Boards);

        await store.WriteAsync(Wish.Start("01", "1.1"));
        await store.WriteAsync(Wish.Start("01", "1.2"));

        Assert.Equal((1, 2), (heard, other.Changes.Count));
    }

    [Fact]
    public async Task Change_is_told_once_a_transaction_with_its_entries_in_order_and_the_boards_after_them()
    {
        var store = _here.Start();
        using var watch = new ChangeWatch(store.Boards);

        await store.ImportBaselinesAsync();
        await store.WriteAsync(Wish.Change("92", "3.1", StepStatus.Blocked, 1, "x") with { Actor = People.Vpcp, BlockedOn = "c06", BlockedKind = "waiting" });

        Assert.Equal(2, watch.Changes.Count);
        Assert.Equal(store.Ledger(), watch.Changes.SelectMany(c => c.Entries));
        Assert.Equal(watch.Changes.Select(c => c.Entries[^1].Seq), watch.Changes.Select(c => c.Snapshot.Seq));
        Assert.Same(store.Boards.Current, watch.Changes.Last().Snapshot);
        Assert.Equal(watch.Changes.Last().Entries[^1].Hash, store.Boards.Current.Hash);
    }

    [Fact]
    public async Task Entries_that_are_applied_again_change_nothing_and_are_told_to_nobody()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        var snapshot = store.Boards.Current;
        using var watch = new ChangeWatch(store.Boards);

        store.Boards.Apply(store.Ledger());
        store.Boards.Apply([]);

        Assert.Same(snapshot, store.Boards.Current);
        Assert.Empty(watch.Changes);
    }

    [Fact]
    public async Task Entries_that_are_applied_partly_again_are_told_from_the_first_new_one()
    {
        var writer = _here.Start();
        await writer.ImportBaselinesAsync();
        var boards = new BoardStore(DataFiles.One);
        boards.Apply(writer.Ledger()[..100]);
        using var watch = new ChangeWatch(boards);

        boards.Apply(writer.Ledger()[50..]);

        Assert.Equal(writer.Ledger()[100..], Assert.Single(watch.Changes).Entries);
        Assert.Equal(BoardText.Of(writer.Board), BoardText.Of(boards.Of(Store.Programme)));
    }

    [Fact]
    public async Task Entries_behind_a_gap_are_a_bug()
    {
        var writer = _here.Start();
        await writer.ImportBaselinesAsync();
        var boards = new BoardStore(DataFiles.One);

        Assert.Throws<InvalidOperationException>(() => boards.Apply(writer.Ledger()[1..]));

        Assert.Equal(0, boards.Current.Seq);
    }

    [Fact]
    public async Task Entries_of_a_programme_that_is_not_in_the_catalogue_are_passed_over()
    {
        var both = _here.Start(DataFiles.Two);
        var change = new StepCommand.Change(People.Province("92"), Wish.Key("92", "a.1", "only"), StepStatus.InProgress, 0);
        await both.Recorder.RecordAsync("giay-phep", change, TestContext.Current.CancellationToken);

        var one = _here.Start();
        await one.WriteAsync(Wish.Start("92", "1.1"));

        Assert.Equal(2, one.Boards.Current.Seq);
        Assert.Equal([Store.Programme], one.Boards.Current.Boards.Keys);
    }
}
