using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>Once an entry does not hold, nothing more is written, whoever found it.</summary>
public sealed class BrokenLedgerTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Opening_finds_a_tampered_entry_and_nothing_more_is_written()
    {
        await _here.Start().ImportBaselinesAsync();
        _here.Tamper("UPDATE ledger SET actor_name = 'ai đó' WHERE seq = 100");

        var store = _here.Start();

        Assert.Equal(100, store.Boards.BrokenAt);
        Assert.Equal(99, store.Boards.Current.Seq);
        await AssertRefusedAsync(store, 100);
    }

    [Theory]
    [InlineData("kind = 'lời đồn'")]
    [InlineData("fields = '{'")]
    public async Task Opening_finds_an_entry_damaged_beyond_reading(string damage)
    {
        await _here.Start().ImportBaselinesAsync();
        _here.Tamper($"UPDATE ledger SET {damage} WHERE seq = 100");

        var store = _here.Start();

        Assert.Equal((100, 99), (store.Boards.BrokenAt, store.Boards.Current.Seq));
        await AssertRefusedAsync(store, 100);
    }

    [Fact]
    public async Task Opening_finds_a_removed_entry()
    {
        await _here.Start().ImportBaselinesAsync();
        _here.Tamper("DELETE FROM ledger WHERE seq = 100");

        var store = _here.Start();

        Assert.Equal((100, 99), (store.Boards.BrokenAt, store.Boards.Current.Seq));
    }

    [Fact]
    public async Task Opening_with_a_checkpoint_looks_only_behind_it()
    {
        var writer = _here.Start();
        await writer.ImportBaselinesAsync();
        using (var connection = writer.Database.Connect())
            Storage.Ledgers.Checkpoints.Keep(connection, new(2024, 7, 31), writer.Boards.Current.Seq, writer.Boards.Current.Hash, _here.Time.GetUtcNow(), writer.Board);
        var behind = (await writer.WriteAsync(Wish.Start("01", "1.2")))[0].Seq;
        await writer.WriteAsync(Wish.Start("01", "1.3"));
        _here.Tamper("UPDATE ledger SET actor_name = 'ai đó' WHERE seq = 100");

        Assert.Null(_here.Start().Boards.BrokenAt);

        _here.Tamper($"UPDATE ledger SET actor_name = 'ai đó' WHERE seq = {behind}");

        Assert.Equal(behind, _here.Start().Boards.BrokenAt);
    }

    [Fact]
    public async Task Follower_walks_the_whole_chain_after_the_start_and_tells()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Tamper("UPDATE ledger SET actor_name = 'ai đó' WHERE seq = 7");
        using var watch = new ChangeWatch(store.Boards, c => c.Entries.IsEmpty);

        await using var following = await store.FollowAsync();
        await watch.Came;

        await AssertRefusedAsync(store, 7);
    }

    [Theory]
    [InlineData("actor_name = 'ai đó'")]
    [InlineData("fields = '{'")]
    public async Task Follower_finds_a_foreign_entry_that_does_not_hold_and_tells(string damage)
    {
        var store = _here.Start();
        using var watch = new ChangeWatch(store.Boards, c => c.Entries.IsEmpty);
        await using var following = await store.FollowAsync();

        await ForgeAsync(damage);
        var change = await watch.Came;

        Assert.Equal(0, change.Snapshot.Seq);
        await AssertRefusedAsync(store, 1);
    }

    [Theory]
    [InlineData("actor_name = 'ai đó'")]
    [InlineData("kind = 'lời đồn'")]
    public async Task Recorder_finds_a_foreign_entry_that_does_not_hold_before_it_writes(string damage)
    {
        var store = _here.Start();
        await ForgeAsync(damage);
        using var watch = new ChangeWatch(store.Boards);

        var recorded = await store.RecordAsync(Wish.Start("02", "1.1"));

        Assert.Equal(Message.Of("ledger.broken", "1"), recorded.Refusal?.Message);
        Assert.Empty((await watch.Came).Entries);
        await AssertRefusedAsync(store, 1);
    }

    [Fact]
    public async Task Recorder_finds_that_the_head_it_knows_was_removed()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));
        await store.WriteAsync(Wish.Start("01", "1.2"));
        _here.Tamper("DELETE FROM ledger WHERE seq = 2");

        await AssertRefusedAsync(store, 2);
    }

    [Fact]
    public async Task Recorder_finds_that_the_head_it_knows_was_replaced()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));
        _here.Tamper("UPDATE ledger SET hash = previous_hash WHERE seq = 1");

        await AssertRefusedAsync(store, 1);
    }

    [Fact]
    public async Task First_entry_that_does_not_hold_is_remembered()
    {
        var store = _here.Start();
        store.Boards.Break(3);
        store.Boards.Break(9);

        await AssertRefusedAsync(store, 3);
    }

    private async Task AssertRefusedAsync(Store store, long brokenAt)
    {
        var before = _here.Scalar<long>("SELECT count(*) FROM ledger");
        var refused = await store.RecordAsync(Wish.Start("01", "1.4", "Ghi chú không được giữ lại"));

        Assert.Equal(new Refusal(RefusalKind.Unavailable, Message.Of("ledger.broken", $"{brokenAt}")), refused.Refusal);
        Assert.Empty(refused.Entries);
        Assert.Equal(brokenAt, store.Boards.BrokenAt);
        Assert.Equal((before, 0), (_here.Scalar<long>("SELECT count(*) FROM ledger"), _here.Scalar<long>("SELECT count(*) FROM contents")));
    }

    /// <summary>An entry and its forgery within one transaction, as somebody with the file in hands would write it.</summary>
    private async Task ForgeAsync(string damage)
    {
        using var hidden = new Installation();
        var store = hidden.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));
        using var connection = _here.Connect();
        using var transaction = connection.BeginTransaction();
        LedgerTable.Insert(store.Database, connection, transaction, store.Ledger());
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Engine.Said($"DROP TRIGGER ledger_no_update; UPDATE ledger SET {damage}");
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
