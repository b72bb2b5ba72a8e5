using System.Data.Common;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>Whatever goes wrong beneath, a transaction is whole or was never there, and the board says what the file says.</summary>
public sealed class StepRecorderFailureTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Transaction_that_fails_midway_leaves_nothing()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1", "Ghi chú trước"));
        _here.Fail("BEFORE INSERT", "ledger", "NEW.seq = 3");
        var before = BoardText.Of(store.Board);
        using var watch = new ChangeWatch(store.Boards);

        await Assert.ThrowsAnyAsync<DbException>(() => store.RecordAllAsync(Wish.Start("02", "1.1", "Một"), Wish.Start("02", "1.2", "Hai"), Wish.Start("02", "1.3", "Ba")));

        Assert.Equal((1, 1), (Count("ledger"), Count("contents")));
        Assert.Equal((before, 1), (BoardText.Of(store.Board), store.Boards.Current.Seq));
        Assert.Empty(watch.Changes);

        _here.FailNoMore("ledger");
        await store.WriteAsync(Wish.Start("02", "1.1", "Một"));
        Assert.Equal((2, null), store.Chain.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Note_goes_with_its_entry()
    {
        var store = _here.Start();
        _here.Fail("AFTER INSERT", "contents");

        await Assert.ThrowsAnyAsync<DbException>(() => store.RecordAsync(Wish.Start("02", "1.1", "Một")));

        Assert.Equal((0, 0, 0), (Count("ledger"), Count("contents"), store.Boards.Current.Seq));
    }

    [Fact]
    public async Task Locked_database_is_unavailable_until_it_is_let_go()
    {
        var store = _here.Start(busyTimeout: TimeSpan.FromMilliseconds(100));
        var before = BoardText.Of(store.Board);
        using (_here.Lock())
        {
            var refused = await store.RecordAllAsync(Wish.Start("02", "1.1", "Một"), Wish.Start("02", "1.2"));

            Assert.All(refused, r => Assert.Equal(new Refusal(RefusalKind.Unavailable, Message.Of("storage.locked")), r.Refusal));
            Assert.Equal(2, refused.Length);
        }
        Assert.Equal((0, 0, before), (Count("ledger"), Count("contents"), BoardText.Of(store.Board)));

        await store.WriteAsync(Wish.Start("02", "1.1", "Một"));
        Assert.Equal((1, 1), (Count("ledger"), Count("contents")));
    }

    [Fact, Trait("engine", "sqlite")]
    public async Task Full_disk_is_unavailable_until_room_was_made()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));
        var full = _here.Start();
        Limit(full, 1);

        Recorded refused;
        var written = 1;
        for (var i = 0; (refused = await full.RecordAsync(Wish.Start(DataFiles.Provinces.All[i].Code, "2.1", Long(i)))).Refusal is null; i++) written++;

        Assert.Equal(new Refusal(RefusalKind.Unavailable, Message.Of("storage.full")), refused.Refusal);
        Assert.Equal((written, written - 1), (Count("ledger"), Count("contents")));
        Assert.Equal(written, full.Boards.Current.Seq);
        Limit(full, 100_000);

        await full.WriteAsync(Wish.Start("92", "3.1", Long(99)));

        Assert.Equal((written + 1, null), full.Chain.Run(TestContext.Current.CancellationToken));
        Assert.Equal((written + 1, written), (Count("ledger"), Count("contents")));
        Assert.Equal(BoardText.Of(_here.Start().Board), BoardText.Of(full.Board));
    }

    [Fact, Trait("engine", "sqlite")]
    public async Task Read_only_file_is_unavailable()
    {
        var store = _here.Start();
        store.ClearPool();
        using (var connection = store.Database.Connect()) Run(connection, "PRAGMA query_only = 1");

        var refused = await store.RecordAsync(Wish.Start("01", "1.1"));

        Assert.Equal((RefusalKind.Unavailable, "storage.unwritable"), (refused.Refusal?.Kind, refused.Refusal?.Message.Code));
        Assert.Equal(0, store.Boards.Current.Seq);
    }

    /// <summary>
    /// Sets how many pages the file may have, never fewer than it has, through the connection that the recorder will be given: a connection
    /// keeps its limit while it waits in the pool, and this is the only one there.
    /// </summary>
    private static void Limit(Store store, int pages)
    {
        store.ClearPool();
        using var connection = store.Database.Connect();
        Run(connection, $"PRAGMA max_page_count = {pages}");
    }

    private static object? Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static string Long(int i) => $"{i} " + new string('đ', 30_000);

    private long Count(string table) => _here.Scalar<long>($"SELECT count(*) FROM {table}");
}
