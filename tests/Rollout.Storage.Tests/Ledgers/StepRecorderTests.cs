using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

public sealed class StepRecorderTests : IDisposable
{
    private const string Note = "Đã liên hệ Cục C06; nhóm Zalo \"kết nối\" lập ngày 01/8/2024";

    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Change_is_decided_written_and_applied()
    {
        var store = _here.Start();

        var entry = Assert.Single(await store.WriteAsync(Wish.Start("92", "1.1", $"  {Note}\n")));

        Assert.Equal((1, HashChain.Genesis), (entry.Seq, entry.PreviousHash));
        Assert.Equal(new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.InProgress, Basis.Report), entry.Event);
        Assert.Equal((Installation.Beginning, Installation.Beginning), (entry.At, entry.RecordedAt));
        Assert.Equal((People.Province("92"), "test", "1.1"), (entry.Actor, entry.Phase, entry.Step));
        Assert.Equal([entry], store.Ledger());
        Assert.Equal((StepStatus.InProgress, 1), (store.Cell(Wish.Key("92", "1.1")).Status, store.Cell(Wish.Key("92", "1.1")).Version));
        Assert.Equal((entry.Seq, entry.Hash), (store.Boards.Current.Seq, store.Boards.Current.Hash));
        Assert.Equal(Note, store.Notes.Read([entry.NoteHash!])[entry.NoteHash!]);
    }

    [Fact]
    public async Task Entries_of_one_decision_stand_behind_each_other_with_one_note_and_one_time()
    {
        var store = _here.Start();

        var entries = await store.WriteAsync(Wish.See(Wish.Key("92", "1.2"), VerificationState.Passing, settled: true));

        Assert.Equal([1, 2], entries.Select(e => e.Seq));
        Assert.Equal(entries[0].Hash, entries[1].PreviousHash);
        Assert.IsType<StepEvent.VerificationChanged>(entries[0].Event);
        Assert.Equal(new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.Done, Basis.Probe), entries[1].Event);
        Assert.All(entries, e => Assert.Equal((Installation.Beginning, Installation.Beginning, (string?)null), (e.At, e.RecordedAt, e.NoteHash)));
    }

    [Fact]
    public async Task Refused_command_writes_nothing()
    {
        var store = _here.Start();
        using var watch = new ChangeWatch(store.Boards);

        var refused = await store.RecordAsync(new StepCommand.Change(People.Province("01"), Wish.Key("92", "1.1"), StepStatus.InProgress, 0) { Note = Note });

        Assert.Equal((RefusalKind.Forbidden, "actor.notInvolved"), (refused.Refusal?.Kind, refused.Refusal?.Message.Code));
        AssertUntouched(store, watch);
    }

    [Fact]
    public async Task Command_that_is_so_already_writes_nothing()
    {
        var store = _here.Start();
        using var watch = new ChangeWatch(store.Boards);

        var nothing = await store.RecordAsync(Wish.See(Wish.Key("92", "1.2"), VerificationState.NotObservable));
        var together = await store.RecordAllAsync(Wish.See(Wish.Key("92", "1.2"), VerificationState.NotObservable));

        Assert.All([nothing, .. together], r => Assert.Equal((null, 0), (r.Refusal, r.Entries.Length)));
        AssertUntouched(store, watch);
    }

    [Fact]
    public async Task Service_set_to_what_it_is_keeps_no_note()
    {
        var store = _here.Start();
        await store.WriteAsync(new StepCommand.SetService(People.C06, new("provinces-63", "92"), Core.Programmes.ServiceState.Open, null, "Mở"));

        Assert.Empty(await store.WriteAsync(new StepCommand.SetService(People.C06, new("provinces-63", "92"), Core.Programmes.ServiceState.Open, null, Note)));

        Assert.Equal((1, 1), (_here.Scalar<long>("SELECT count(*) FROM ledger"), _here.Scalar<long>("SELECT count(*) FROM contents")));
    }

    [Fact]
    public async Task Author_who_saw_an_older_version_is_refused_and_told_both()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("92", "1.1"));
        await store.WriteAsync(Wish.Change("92", "1.1", StepStatus.Reported, 1));

        var refused = await store.RecordAsync(Wish.Change("92", "1.1", StepStatus.InProgress, 1));

        Assert.Equal(new Refusal(RefusalKind.Stale, Message.Of("version.stale", "1", "2")), refused.Refusal);
    }

    [Fact]
    public async Task Commands_together_see_each_other_and_the_refused_ones_hinder_nobody()
    {
        var store = _here.Start();
        using var watch = new ChangeWatch(store.Boards);

        var results = await store.RecordAllAsync(
            Wish.Start("92", "1.1"), Wish.Start("92", "1.1"), Wish.Change("92", "1.1", StepStatus.Reported, 1), Wish.Start("01", "1.1"));

        Assert.Equal([null, RefusalKind.Stale, null, null], results.Select(r => r.Refusal?.Kind));
        Assert.Equal([1, 2, 3], results.SelectMany(r => r.Entries).Select(e => e.Seq));
        Assert.Equal(store.Ledger(), results.SelectMany(r => r.Entries));
        Assert.Equal(store.Ledger(), Assert.Single(watch.Changes).Entries);
        Assert.Equal(StepStatus.Reported, store.Cell(Wish.Key("92", "1.1")).Status);
    }

    [Fact]
    public async Task Foreign_entries_are_folded_before_deciding()
    {
        var (here, there) = (_here.Start(), _here.Start());
        await there.WriteAsync(Wish.Start("92", "1.1"));
        using var watch = new ChangeWatch(here.Boards);

        var stale = await here.RecordAsync(Wish.Start("92", "1.1"));
        var fresh = await here.WriteAsync(Wish.Change("92", "1.1", StepStatus.Reported, 1));

        Assert.Equal((RefusalKind.Stale, "1"), (stale.Refusal?.Kind, stale.Refusal?.Message.Arguments[1]));
        Assert.Equal(2, Assert.Single(fresh).Seq);
        Assert.Equal([1, 2], watch.Changes.SelectMany(c => c.Entries).Select(e => e.Seq));
        Assert.Equal(here.Ledger(), watch.Changes.SelectMany(c => c.Entries));
    }

    [Fact]
    public async Task What_is_applied_is_what_will_be_read()
    {
        var store = _here.Start();
        using var watch = new ChangeWatch(store.Boards);
        _here.Time.Set(Installation.Beginning.AddTicks(12_345));
        // To the tick and in another offset, as an API may be given it.
        var at = Installation.Beginning.AddHours(-3).AddTicks(4_567).ToUniversalTime();

        var entry = Assert.Single(await store.WriteAsync(Wish.Start("92", "1.1") with { At = at, Note = "Ghi chú" }));

        Assert.Equal(entry, Assert.Single(store.Ledger()));
        Assert.Equal(0, entry.At.Ticks % TimeSpan.TicksPerMillisecond);
        Assert.Equal(Core.Calendar.HanoiTime.Offset, entry.At.Offset);
        Assert.Equal(entry, Assert.Single(watch.Changes).Entries[0]);
        Assert.Equal(BoardText.Of(_here.Start().Board), BoardText.Of(store.Board));
        await store.WriteAsync(Wish.Change("92", "1.1", StepStatus.Reported, 1) with { At = at });
    }

    [Theory]
    [InlineData("", "", "2024-08-01")]
    [InlineData("", "", "")]
    [InlineData("12/VPCP", "", "")]
    [InlineData("", "vpcp", "")]
    public async Task Document_that_is_half_named_does_not_break_the_chain(string number, string issuer, string date)
    {
        var store = _here.Start();

        var entry = Assert.Single(await store.WriteAsync(Wish.Start("92", "1.1") with { Document = new(number, issuer, date) }));

        Assert.Equal(entry, Assert.Single(store.Ledger()));
        Assert.Null(store.Chain.Run(TestContext.Current.CancellationToken).BrokenAt);
        Assert.Null(_here.Start().Boards.BrokenAt);
        Assert.Equal(BoardText.Of(_here.Start().Board), BoardText.Of(store.Board));
    }

    [Fact]
    public async Task Observation_that_says_nothing_new_needs_no_file()
    {
        var store = _here.Start();
        var seen = Wish.See(Wish.Key("92", "1.2"), VerificationState.Passing);
        await store.WriteAsync(seen);
        using var locked = _here.Lock();

        Assert.Empty(await store.WriteAsync(seen));
    }

    [Fact]
    public async Task Two_programmes_share_one_chain()
    {
        var store = _here.Start(DataFiles.Two);
        await store.WriteAsync(Wish.Start("92", "1.1"));
        var other = new StepCommand.Change(People.Province("92"), Wish.Key("92", "a.1", "only"), StepStatus.InProgress, 0);

        var recorded = await store.Recorder.RecordAsync("giay-phep", other, TestContext.Current.CancellationToken);
        await store.WriteAsync(Wish.Start("92", "1.2"));

        Assert.Null(recorded.Refusal);
        Assert.Equal(["lien-thong", "giay-phep", "lien-thong"], store.Ledger().Select(e => e.Programme));
        Assert.Equal((3, null), store.Chain.Run(TestContext.Current.CancellationToken));
        Assert.Equal(StepStatus.InProgress, store.Boards.Of("giay-phep")[new("provinces-63", "92")]["only", "a.1"].Status);
        Assert.Equal([1, 3], store.Reader.After("lien-thong", 0, 10).Select(e => e.Seq));
        Assert.Equal([2], store.Reader.After("giay-phep", 0, 10).Select(e => e.Seq));
    }

    [Fact]
    public async Task Waiting_for_the_turn_can_be_given_up()
    {
        var store = _here.Start();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Recorder.RecordAsync(Store.Programme, Wish.Start("92", "1.1"), new(canceled: true)));

        Assert.Empty(store.Ledger());
    }

    private static void AssertUntouched(Store store, ChangeWatch watch)
    {
        Assert.Empty(store.Ledger());
        Assert.Empty(watch.Changes);
        Assert.Equal(0, store.Boards.Current.Seq);
        using var connection = store.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM contents";
        Assert.Equal(0L, command.ExecuteScalar());
    }
}
