using System.Security.Cryptography;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Contents;

public sealed class FileStoreTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task File_is_kept_under_its_hash_and_found_by_every_process()
    {
        var store = _here.Start();

        var receipt = await SaveAsync(store, Sheets.Pdf(), "Báo cáo.txt");

        var hash = Convert.ToHexStringLower(SHA256.HashData(Sheets.Pdf()));
        Assert.Equal(new FileReceipt(new(hash, "application/pdf", Sheets.Pdf().Length, null), "Báo cáo.txt.pdf", null), receipt);
        Assert.Equal(Sheets.Pdf(), File.ReadAllBytes(PathOf(hash)));
        Assert.Equal(receipt.File, _here.Start().Files.Find(hash));
        Assert.Equal([PathOf(hash)], OnDisk());
        Assert.Null(store.Files.Find(new string('0', 64)));
        Assert.Null(store.Files.Open(new string('0', 64)));
    }

    [Fact]
    public async Task Same_file_twice_is_one_with_two_names()
    {
        var store = _here.Start();

        var first = await SaveAsync(store, Sheets.Png, "a.png");
        var second = await SaveAsync(store, Sheets.Png, "b.png");

        Assert.Equal(first.File, second.File);
        Assert.Equal(("a.png", "b.png"), (first.Name, second.Name));
        Assert.Single(OnDisk());
    }

    [Fact]
    public async Task File_of_ten_megabytes_is_kept_and_a_byte_more_is_refused_while_it_is_read()
    {
        var store = _here.Start();
        Assert.NotNull((await store.Files.SaveAsync(new Endless(FileStore.MostBytes), "a.pdf", Token)).File);

        var endless = new Endless(long.MaxValue);
        var receipt = await store.Files.SaveAsync(endless, "b.pdf", Token);

        Assert.Equal("file.tooLarge", receipt.Refusal?.Message.Code);
        Assert.InRange(endless.Given, FileStore.MostBytes + 1, FileStore.MostBytes + 200_000);
        Assert.Equal("file.tooLarge", (await store.Files.SaveAsync(new Endless(FileStore.MostBytes + 1), "c.pdf", Token)).Refusal?.Message.Code);
        Assert.Single(OnDisk());
    }

    [Fact]
    public async Task File_of_another_kind_is_refused_with_what_is_accepted_and_leaves_nothing()
    {
        var store = _here.Start();

        var receipt = await SaveAsync(store, "MZ not a pdf"u8.ToArray(), "x.pdf");

        Assert.Equal(Refusal.Rule("file.type", "x.pdf", "pdf, docx, xlsx, png, jpg"), receipt.Refusal);
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task File_whose_sender_goes_away_leaves_nothing()
    {
        var store = _here.Start();

        await Assert.ThrowsAsync<IOException>(() => store.Files.SaveAsync(new Endless(long.MaxValue) { BreaksAt = 100_000 }, "a.pdf", Token));

        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task Crash_before_the_renaming_leaves_no_file_to_be_found_and_pruning_clears_it()
    {
        var store = _here.Start();
        var hash = (await SaveAsync(store, Sheets.Png, "a.png")).File!.Hash;
        await store.WriteAsync(Comment("01", (hash, "a.png")));
        var arriving = Path.Combine(_here.Folder, "files", "arriving", "0123");
        var nameless = PathOf(new string('c', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(nameless)!);
        foreach (var left in (string[])[arriving, nameless])
        {
            await File.WriteAllBytesAsync(left, Sheets.Pdf()[..20], Token);
            File.SetLastWriteTimeUtc(left, Installation.Beginning.UtcDateTime);
        }

        Assert.Null(store.Files.Find(new string('c', 64)));
        Assert.Equal(0, store.Files.PruneOrphans(Installation.Beginning.AddHours(23)));
        Assert.Equal(3, OnDisk().Count);
        store.Files.PruneOrphans(Installation.Beginning.AddHours(25));

        Assert.Equal([PathOf(hash)], OnDisk());
    }

    [Fact]
    public async Task File_that_nothing_names_for_a_day_is_dropped_and_the_others_stay()
    {
        var store = _here.Start();
        var orphan = (await SaveAsync(store, Sheets.Pdf("1"), "1.pdf")).File!.Hash;
        var ofEntry = (await SaveAsync(store, Sheets.Pdf("2"), "2.pdf")).File!.Hash;
        var ofDraft = (await SaveAsync(store, Sheets.Pdf("3"), "3.pdf")).File!.Hash;
        foreach (var path in OnDisk()) File.SetLastWriteTimeUtc(path, Installation.Beginning.UtcDateTime);
        await store.WriteAsync(Comment("01", (ofEntry, "2.pdf")));
        store.Drafts.Put(new(Store.Programme, Wish.Key("01", "1.2"), "nha-thau", Installation.Beginning) { Files = [new(ofDraft, "3.pdf")] });
        _here.Time.Advance(TimeSpan.FromHours(20));
        var fresh = (await SaveAsync(store, Sheets.Pdf("4"), "4.pdf")).File!.Hash;

        Assert.Equal(0, store.Files.PruneOrphans(Installation.Beginning.AddHours(24)));
        Assert.Equal(1, store.Files.PruneOrphans(Installation.Beginning.AddHours(25)));

        Assert.Null(store.Files.Find(orphan));
        Assert.Equal(new[] { ofEntry, ofDraft, fresh }.Order(StringComparer.Ordinal), OnDisk().Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task File_brought_again_waits_another_day()
    {
        var store = _here.Start();
        await SaveAsync(store, Sheets.Pdf(), "1.pdf");
        _here.Time.Advance(TimeSpan.FromHours(23));
        await SaveAsync(store, Sheets.Pdf(), "1.pdf");

        Assert.Equal(0, store.Files.PruneOrphans(Installation.Beginning.AddHours(40)));
        Assert.Equal(1, store.Files.PruneOrphans(Installation.Beginning.AddHours(48)));
    }

    [Fact]
    public async Task Removed_file_stays_removed_and_is_refused_when_it_is_brought_or_named_again()
    {
        var store = _here.Start();
        var hash = (await SaveAsync(store, Sheets.Png, "Giấy khai sinh của ai đó.png")).File!.Hash;
        var entry = Assert.Single(await store.WriteAsync(Comment("01", (hash, "Giấy khai sinh của ai đó.png"))));

        Assert.True(store.Files.Remove(hash, "Dữ liệu cá nhân", "quan-tri"));
        Assert.False(store.Files.Remove(hash, "Một lần nữa", "ai-khac"));

        Assert.Empty(OnDisk());
        Assert.Null(store.Files.Open(hash));
        var left = Assert.Single(store.Files.Of([entry.Seq])[entry.Seq]);
        Assert.Equal(("", "Dữ liệu cá nhân", "quan-tri"), (left.Name, left.File.Removal!.Because, left.File.Removal.By));
        Assert.Equal("content.removed", (await SaveAsync(store, Sheets.Png, "khác.png")).Refusal?.Message.Code);
        Assert.Equal("content.removed", (await store.Recorder.RecordAsync(Store.Programme, Comment("01", (hash, "x.png")), Token)).Refusal?.Message.Code);
        Assert.Empty(OnDisk());
        Assert.Equal((1, null), store.Chain.Run(Token));
        store.Files.PruneOrphans(Installation.Beginning.AddDays(3));
        Assert.NotNull(store.Files.Find(hash)?.Removal);
    }

    [Fact]
    public async Task Removed_file_leaves_the_drafts_that_named_it()
    {
        var store = _here.Start();
        var removed = (await SaveAsync(store, Sheets.Png, "a.png")).File!.Hash;
        var kept = (await SaveAsync(store, Sheets.Pdf(), "b.pdf")).File!.Hash;
        store.Drafts.Put(new(Store.Programme, Wish.Key("01", "1.1"), "nha-thau", Installation.Beginning) { Files = [new(removed, "Tên ai đó.png"), new(kept, "Biên bản “1”.pdf")] });
        store.Drafts.Put(new(Store.Programme, Wish.Key("01", "1.2"), "nha-thau", Installation.Beginning) { Files = [new(removed, "a.png")] });

        store.Files.Remove(removed, "Dữ liệu cá nhân", "quan-tri");

        Assert.Equal([new FileReference(kept, "Biên bản “1”.pdf")], store.Drafts.Find(Store.Programme, Wish.Key("01", "1.1"))!.Files);
        Assert.Empty(store.Drafts.Find(Store.Programme, Wish.Key("01", "1.2"))!.Files);
    }

    [Fact]
    public async Task Entry_names_only_files_that_are_here_and_ten_at_most()
    {
        var store = _here.Start();
        var files = new List<(string, string)>();
        for (var i = 0; i < 11; i++) files.Add(((await SaveAsync(store, Sheets.Pdf($"{i}"), "a.pdf")).File!.Hash, $"{i}.pdf"));

        Assert.Equal("file.unknown", (await store.Recorder.RecordAsync(Store.Programme, Comment("01", (new('0', 64), "x.pdf")), Token)).Refusal?.Message.Code);
        Assert.Equal("file.tooMany", (await store.Recorder.RecordAsync(Store.Programme, Comment("01", [.. files]), Token)).Refusal?.Message.Code);
        var entry = Assert.Single(await store.WriteAsync(Comment("01", [.. files[..10]])));

        Assert.Equal(files[..10], store.Files.Of([entry.Seq, 77])[entry.Seq].Select(f => (f.File.Hash, f.Name)));
        Assert.Equal("3.pdf", store.Files.Of(Store.Programme, Wish.Key("01", "1.1"), files[3].Item1)?.Name);
        Assert.Null(store.Files.Of(Store.Programme, Wish.Key("02", "1.1"), files[3].Item1));
        Assert.Null(store.Files.Of(Store.Programme, Wish.Key("01", "1.2"), files[3].Item1));
        Assert.Null(store.Files.Of(Store.Programme, Wish.Key("01", "1.1", "production"), files[3].Item1));
        Assert.Null(store.Files.Of(Store.Programme, Wish.Key("01", "1.1"), files[10].Item1));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string PathOf(string hash) => Path.Combine(_here.Folder, "files", hash[..2], hash);

    private List<string> OnDisk() => [.. Directory.EnumerateFiles(Path.Combine(_here.Folder, "files"), "*", SearchOption.AllDirectories)];

    private static Task<FileReceipt> SaveAsync(Store store, byte[] bytes, string name) => store.Files.SaveAsync(new MemoryStream(bytes), name, Token);

    private static StepCommand.Comment Comment(string code, params (string Hash, string Name)[] files) =>
        new(People.Province(code), Wish.Key(code, "1.1"), null, [.. files.Select(f => new FileReference(f.Hash, f.Name))]);

    /// <summary>A pdf that goes on for as long as it is asked to.</summary>
    private sealed class Endless(long length) : MemoryStream
    {
        public long Given { get; private set; }

        public long BreaksAt { get; init; } = long.MaxValue;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Given >= BreaksAt) throw new IOException("The sender went away");
            var count = (int)Math.Min(buffer.Length, length - Given);
            buffer.Span[..count].Fill((byte)' ');
            if (Given == 0 && count > 0) "%PDF-"u8.CopyTo(buffer.Span);
            Given += count;
            return new(count);
        }
    }
}
