using System.Security.Cryptography;
using System.Text;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Contents;

public sealed class NotesTests : IDisposable
{
    private const string Text = "Thiếu kinh phí:\r\n\t“chờ HĐND tỉnh” — 100 % 💸";

    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Note_is_found_by_the_hash_of_its_text()
    {
        var store = _here.Start();

        var hash = Put(store, Text);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))), hash);
        Assert.Equal(Text, Assert.Single(store.Notes.Read([hash, new string('0', 64)])).Value);
        Assert.Empty(store.Notes.Read([]));
        Assert.Empty(store.Notes.Read([hash.ToUpperInvariant()]));
    }

    [Fact]
    public async Task Same_text_twice_is_one_row_for_both_entries()
    {
        var store = _here.Start();

        var first = await store.WriteAsync(Wish.Start("01", "1.1", Text));
        var second = await store.WriteAsync(Wish.Start("01", "1.2", $" {Text} "));

        Assert.Equal(first[0].NoteHash, second[0].NoteHash);
        Assert.Equal(1, _here.Scalar<long>("SELECT count(*) FROM contents"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public async Task Blank_note_is_none(string? note)
    {
        var store = _here.Start();

        Assert.Null((await store.WriteAsync(Wish.Start("01", "1.1", note)))[0].NoteHash);

        Assert.Equal(0, _here.Scalar<long>("SELECT count(*) FROM contents"));
    }

    [Fact]
    public async Task Note_that_was_removed_is_left_out_and_the_chain_holds()
    {
        var store = _here.Start();
        var entry = Assert.Single(await store.WriteAsync(Wish.Start("01", "1.1", Text)));

        _here.Execute("UPDATE contents SET text = NULL, removed_because = 'Dữ liệu cá nhân'");

        Assert.Empty(store.Notes.Read([entry.NoteHash!]));
        Assert.Equal(entry, Assert.Single(store.Ledger()));
        Assert.Equal((1, null), store.Chain.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Removed_note_stays_removed_and_the_same_text_is_refused()
    {
        var store = _here.Start();
        var hash = (await store.WriteAsync(Wish.Start("01", "1.1", Text)))[0].NoteHash!;
        Assert.True(store.Notes.Remove(hash, "Dữ liệu cá nhân", "quan-tri"));
        Assert.False(store.Notes.Remove(hash, "Một lần nữa", "ai-khac"));

        var again = await store.Recorder.RecordAsync(
            Store.Programme, Wish.Change("01", "1.1", StepStatus.Reported, 1, $" {Text}\n"), TestContext.Current.CancellationToken);

        Assert.Equal(Refusal.Rule("content.removed"), again.Refusal);
        Assert.Empty(store.Notes.Read([hash]));
        var left = store.Notes.Find([hash])[hash];
        Assert.Null(left.Text);
        Assert.Equal(("Dữ liệu cá nhân", "quan-tri", Installation.Beginning), (left.Removal!.Because, left.Removal.By, left.Removal.At));
        Assert.Single(store.Ledger());
        Assert.Equal((1, null), store.Chain.Run(TestContext.Current.CancellationToken));
        Assert.Null((await store.Recorder.RecordAsync(
            Store.Programme, Wish.Change("01", "1.1", StepStatus.Reported, 1, "Viết khác đi"), TestContext.Current.CancellationToken)).Refusal);
    }

    [Fact]
    public async Task Notes_are_read_with_their_removals_and_unknown_ones_left_out()
    {
        var store = _here.Start();
        var kept = (await store.WriteAsync(Wish.Start("01", "1.1", "còn")))[0].NoteHash!;

        var notes = store.Notes.Find([kept, new string('0', 64)]);

        Assert.Equal(new NoteText("còn", null), Assert.Single(notes).Value);
    }

    [Fact]
    public void Thousand_notes_are_read_at_once()
    {
        var store = _here.Start();
        var hashes = new List<string>();
        using (var connection = store.Database.Connect())
        using (var transaction = store.Database.Write(connection))
        {
            hashes.AddRange(Enumerable.Range(0, 1_000).Select(i => NoteStore.Put(connection, transaction, $"ghi chú {i}")));
            transaction.Commit();
        }

        Assert.Equal(1_000, store.Notes.Read(hashes).Count);
    }

    private static string Put(Store store, string text)
    {
        using var connection = store.Database.Connect();
        using var transaction = store.Database.Write(connection);
        var hash = NoteStore.Put(connection, transaction, text);
        transaction.Commit();
        return hash;
    }
}
