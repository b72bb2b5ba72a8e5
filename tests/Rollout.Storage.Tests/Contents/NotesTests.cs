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
    public async Task Note_that_was_removed_and_is_written_again_is_there_again()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("01", "1.1", Text));
        _here.Execute("UPDATE contents SET text = NULL, removed_because = 'Nhầm'");

        var hash = (await store.WriteAsync(Wish.Change("01", "1.1", StepStatus.Reported, 1, Text)))[0].NoteHash!;

        Assert.Equal(Text, store.Notes.Read([hash])[hash]);
        Assert.Equal(1, _here.Scalar<long>("SELECT count(*) FROM contents WHERE removed_because IS NULL"));
    }

    [Fact]
    public void Thousand_notes_are_read_at_once()
    {
        var store = _here.Start();
        var hashes = new List<string>();
        using (var connection = store.Database.Connect())
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            hashes.AddRange(Enumerable.Range(0, 1_000).Select(i => NoteStore.Put(connection, transaction, $"ghi chú {i}")));
            transaction.Commit();
        }

        Assert.Equal(1_000, store.Notes.Read(hashes).Count);
    }

    private static string Put(Store store, string text)
    {
        using var connection = store.Database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        var hash = NoteStore.Put(connection, transaction, text);
        transaction.Commit();
        return hash;
    }
}
