using System.Data.Common;
using System.Text;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Publications;

/// <summary>Publications in a real SQLite file: what is appended stays, what is issued stays whole, and every process sees it.</summary>
public sealed class PublicationStoreTests : IDisposable
{
    private static readonly Actor Drafter = new(ActorKind.Monitor, "nguoi.soan", "vpcp");
    private static readonly Actor Approver = new(ActorKind.Approver, "nguoi.duyet");
    private readonly Installation _here = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Events_and_published_files_are_neither_changed_nor_removed_whoever_writes()
    {
        await IssueAsync(await OpenAsync());
        foreach (var sql in (string[])
            ["UPDATE publication_events SET at = at + 1", "DELETE FROM publication_events", "UPDATE publication_files SET format = 'x'", "DELETE FROM publication_files",
                "DELETE FROM files", "UPDATE files SET removed_because = 'x'", "UPDATE files SET hash = 'x'",
                "INSERT INTO publication_events SELECT seq + 2, at, programme, publication, kind, fields, actor_kind, actor_name, actor_agency, actor_office, note_hash, hash, hash || 'x' FROM publication_events WHERE seq = 4"])
            Assert.ThrowsAny<DbException>(() => _here.Execute(sql));
        Assert.Equal(4, _here.Scalar<long>("SELECT count(*) FROM publication_events"));
    }

    [Fact]
    public async Task File_of_an_issued_publication_outlives_removal_and_pruning()
    {
        var store = await OpenAsync();
        var issued = await IssueAsync(store);
        var hash = issued.Letter!.Files[0].Hash;

        Assert.True(store.Files.IsPublished(hash));
        Assert.False(store.Files.Remove(hash, "lý do", "admin"));
        _here.Time.Advance(TimeSpan.FromDays(400));
        store.Files.PruneOrphans(_here.Time.GetUtcNow());

        using var kept = new StreamReader(store.Files.Open(hash)!);
        Assert.Equal("nội dung", await kept.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task What_is_submitted_rests_on_the_head_of_the_ledger_and_on_what_was_known_then()
    {
        var store = await OpenAsync();
        var (_, published) = (store.Boards.Current.Seq, await SubmitAsync(store));
        Assert.Equal((store.Boards.Current.Seq, store.Boards.Current.Hash), (published.Frozen!.LedgerSeq, published.Frozen.LedgerHash));
        Assert.Equal(Installation.Beginning, published.Frozen.Content.KnownOn);
        Assert.Equal([1, 12, 28, 23, 3, 59], published.Frozen.Content.Rows.Select(r => r.Names.Count));

        _here.Time.Advance(TimeSpan.FromHours(1));
        await store.WriteAsync(Wish.Start("02", "2.1"));
        Assert.Equal(published.Frozen, store.Publications.Of(Store.Programme)[0].Frozen);
    }

    [Fact]
    public async Task Another_process_sees_it_at_its_next_reading_and_goes_on_with_the_chain()
    {
        var (one, other) = (await OpenAsync(), _here.Start());
        Assert.Empty(other.Publications.Of(Store.Programme));
        var submitted = await SubmitAsync(one);

        var seen = Assert.Single(other.Publications.Of(Store.Programme));
        Assert.Equal((PublicationState.Submitted, submitted.Version), (seen.State, seen.Version));
        var approved = await other.Publishing.RecordAsync(Store.Programme, seen.Id, new PublicationCommand.ApproveDraft(Approver, seen.Version), Token);
        Assert.Null(approved.Refusal);
        var late = await one.Publishing.RecordAsync(Store.Programme, seen.Id, new PublicationCommand.WithdrawDraft(Drafter, seen.Version), Token);
        Assert.Equal(RefusalKind.Stale, late.Refusal?.Kind);
        Assert.Equal((3, 0, null), await one.PublicationCheck.RunAsync(Token));
    }

    [Fact]
    public async Task Stands_as_it_stood_at_an_instant()
    {
        var store = await OpenAsync();
        await IssueAsync(store, TimeSpan.FromHours(1));
        Assert.Equal(PublicationState.Approved, store.Publications.Of(Store.Programme, Installation.Beginning.AddHours(2).AddMinutes(59))[0].State);
        Assert.Equal(PublicationState.Issued, store.Publications.Of(Store.Programme)[0].State);
        Assert.Empty(store.Publications.Of(Store.Programme, Installation.Beginning.AddMinutes(-1)));
    }

    [Theory]
    [InlineData("UPDATE publication_events SET at = at + 1 WHERE seq = 2", "publication_events 2")]
    [InlineData("UPDATE publication_events SET fields = replace(fields, 'Cần Thơ', 'Cần Giờ') WHERE seq = 2", "publication_events 2")]
    [InlineData("UPDATE publication_events SET kind = 'danced' WHERE seq = 4", "publication_events 4")]
    public async Task Chain_changed_behind_its_back_is_named_and_nothing_more_is_written(string sql, string broken)
    {
        await IssueAsync(await OpenAsync());
        _here.Execute($"DROP TRIGGER publication_events_no_update; {sql}");

        var store = _here.Start();
        Assert.Equal(broken, (await store.PublicationCheck.RunAsync(Token)).Broken);
        var refused = await store.Publishing.RecordAsync(Store.Programme, null, new PublicationCommand.DraftLetter(Drafter, Plan), Token);
        Assert.Equal((RefusalKind.Unavailable, "publication.broken"), (refused.Refusal?.Kind, refused.Refusal?.Message.Code));
    }

    [Fact]
    public async Task File_that_is_gone_or_changed_on_the_disk_is_named()
    {
        var store = await OpenAsync();
        var file = (await IssueAsync(store)).Letter!.Files[0];
        var path = Path.Combine(_here.Folder, "files", file.Hash[..2], file.Hash);
        Assert.Null((await store.PublicationCheck.RunAsync(Token)).Broken);

        await File.AppendAllTextAsync(path, "!", Token);
        Assert.Equal($"publication 1: {file.Name}", (await store.PublicationCheck.RunAsync(Token)).Broken);
        File.Delete(path);
        Assert.Equal($"publication 1: {file.Name}", (await store.PublicationCheck.RunAsync(Token)).Broken);
    }

    [Fact]
    public async Task Unknown_file_is_refused_and_nothing_is_written()
    {
        var store = await OpenAsync();
        var submitted = await SubmitAsync(store);
        await store.Publishing.RecordAsync(Store.Programme, 1, new PublicationCommand.ApproveDraft(Approver, submitted.Version), Token);
        var refused = await store.Publishing.RecordAsync(
            Store.Programme, 1, new PublicationCommand.IssueLetter(Drafter, 3, "1", new(2024, 8, 1), [new("docx", new('a', 64), "a.docx")]), Token);
        Assert.Equal("file.unknown", refused.Refusal?.Message.Code);
        Assert.Equal(3, _here.Scalar<long>("SELECT count(*) FROM publication_events"));
    }

    [Fact]
    public async Task Listener_hears_of_each_change_until_it_lets_go()
    {
        var store = await OpenAsync();
        var heard = 0;
        using (store.Publications.Subscribe(() => heard++)) await SubmitAsync(store);
        Assert.Equal((2, 0), (heard, store.Publications.ListenerCount));
    }

    [Fact]
    public async Task Publication_of_another_process_is_told_here()
    {
        var (here, other) = (await OpenAsync(), _here.Start());
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var following = await here.FollowAsync();
        using var subscription = here.Publications.Subscribe(() => heard.TrySetResult());

        await SubmitAsync(other);

        await heard.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.NotEmpty(here.Publications.Of(Store.Programme));
    }

    private static PublicationPlan Plan => new("test", null, [], [], null);

    private async Task<Store> OpenAsync()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        return store;
    }

    private static async Task<Publication> SubmitAsync(Store store)
    {
        Assert.Null((await store.Publishing.RecordAsync(Store.Programme, null, new PublicationCommand.DraftLetter(Drafter, Plan), Token)).Refusal);
        var submitted = await store.Publishing.RecordAsync(Store.Programme, 1, new PublicationCommand.SubmitDraft(Drafter, 1), Token);
        Assert.Null(submitted.Refusal);
        return submitted.Publication!;
    }

    private async Task<Publication> IssueAsync(Store store, TimeSpan pause = default)
    {
        _here.Time.Advance(pause);
        await SubmitAsync(store);
        _here.Time.Advance(pause);
        Assert.Null((await store.Publishing.RecordAsync(Store.Programme, 1, new PublicationCommand.ApproveDraft(Approver, 2), Token)).Refusal);
        _here.Time.Advance(pause);
        var file = await store.Files.KeepAsync(new MemoryStream(Encoding.UTF8.GetBytes("nội dung")), "text/plain", Token);
        var issued = await store.Publishing.RecordAsync(
            Store.Programme, 1, new PublicationCommand.IssueLetter(Drafter, 3, "10/VPCP", new(2024, 8, 1), [new("txt", file.Hash, "a.txt")]), Token);
        Assert.Null(issued.Refusal);
        return issued.Publication!;
    }
}
