using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

public sealed class ChainCheckTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Empty_ledger_holds() => Assert.Equal((0, null), _here.Start().Chain.Run(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Real_ledger_holds()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();

        var (count, brokenAt) = store.Chain.Run(TestContext.Current.CancellationToken);

        Assert.Equal((store.Boards.Current.Seq, null), (count, brokenAt));
        Assert.InRange(count, 200, 400);
    }

    [Theory]
    [InlineData("UPDATE ledger SET actor_name = 'ai đó' WHERE seq = 40", 40)]
    [InlineData("UPDATE ledger SET actor_office = '' WHERE seq = 41", null)]
    [InlineData("UPDATE ledger SET actor_office = 'Sở' WHERE seq = 41", 41)]
    [InlineData("UPDATE ledger SET at = at + 1 WHERE seq = 42", 42)]
    [InlineData("UPDATE ledger SET recorded_at = recorded_at - 1 WHERE seq = 43", 43)]
    [InlineData("UPDATE ledger SET participant = 'provinces-34/92' WHERE seq = 44", 44)]
    [InlineData("UPDATE ledger SET note_hash = hash WHERE seq = 45", 45)]
    [InlineData("UPDATE ledger SET hash = upper(hash) WHERE seq = 46", 46)]
    [InlineData("UPDATE ledger SET previous_hash = hash WHERE seq = 47", 47)]
    [InlineData("UPDATE ledger SET fields = replace(fields, 'interrupted', 'open') WHERE seq = 48", 48)]
    [InlineData("UPDATE ledger SET hash = (SELECT hash FROM ledger WHERE seq = 49) WHERE seq = 1", 1)]
    [InlineData("DELETE FROM ledger WHERE seq = 50", 50)]
    [InlineData("DELETE FROM ledger WHERE seq = 1", 1)]
    [InlineData("UPDATE ledger SET seq = 100000 WHERE seq = 51", 51)]
    public async Task Tampered_entry_is_the_first_that_does_not_hold(string sql, int? brokenAt)
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();

        _here.Tamper(sql);

        Assert.Equal(brokenAt, store.Chain.Run(TestContext.Current.CancellationToken).BrokenAt);
    }

    [Fact]
    public async Task Entry_slipped_in_before_the_first_is_found()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));

        _here.Execute("DROP TRIGGER ledger_chain; CREATE TEMP TABLE copy AS SELECT * FROM ledger; UPDATE copy SET seq = 0; INSERT INTO ledger SELECT * FROM copy");

        Assert.Equal((0, 1), store.Chain.Run(TestContext.Current.CancellationToken));
        Assert.Equal(1, _here.Start().Boards.BrokenAt);
    }

    [Theory]
    [InlineData("kind = 'lời đồn'")]
    [InlineData("fields = '{\"basis\":'")]
    [InlineData("fields = '[]'")]
    [InlineData("fields = '\"x\"'")]
    [InlineData("fields = ''")]
    [InlineData("participant = 'Cần Thơ'")]
    [InlineData("actor_kind = 'ai đó'")]
    [InlineData("at = 9223372036854775807")]
    [InlineData("recorded_at = -9223372036854775808")]
    [InlineData("seq = 5, fields = x'FF'")]
    public async Task Entry_damaged_beyond_reading_is_the_first_that_does_not_hold(string damage)
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();

        _here.Tamper($"UPDATE ledger SET {damage} WHERE seq = 5");

        Assert.Equal((4, 5), store.Chain.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ledger_forged_from_an_entry_on_with_fitting_hashes_is_found_at_its_end_by_those_who_saw_the_head()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1"));
        var last = store.Ledger()[^1];
        var forged = HashChain.Seal(last.Draft with { Actor = People.Province("02") }, last.Seq, last.PreviousHash);

        _here.Tamper($"UPDATE ledger SET actor_name = '{forged.Actor.Name}', actor_participant = '{forged.Actor.Participant}', hash = '{forged.Hash}' WHERE seq = {last.Seq}");

        Assert.Null(store.Chain.Run(TestContext.Current.CancellationToken).BrokenAt);
        await store.CatchUpAsync();
        Assert.Equal(last.Seq, store.Boards.BrokenAt);
    }

    [Fact]
    public async Task Walk_that_is_cancelled_stops()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Change("01", "1.1", StepStatus.InProgress));

        Assert.Throws<OperationCanceledException>(() => store.Chain.Run(new(canceled: true)));
    }
}
