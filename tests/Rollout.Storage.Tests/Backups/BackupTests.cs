using System.Diagnostics;
using Rollout.Core.Retention;
using Rollout.Core.Steps;
using Rollout.Storage.Backups;
using Rollout.Storage.Database;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Backups;

/// <summary>Backups of a real database and its files, taken while it is open, and restored elsewhere.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly Installation _here = new();
    private readonly Vault _vault = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _here.Dispose();
        _vault.Dispose();
    }

    [Fact]
    public async Task Restored_installation_is_the_one_that_was_backed_up()
    {
        var store = _here.Start();
        var (attached, published) = await FullHouse.LiveAsync(store);
        FullHouse.FillTheRest(store.Database);
        await File.WriteAllTextAsync(Path.Combine(_here.Folder, "trusted-roots.pem"), "gốc", Token);

        var place = _vault.Empty();
        var outcome = await Vault.RestoreAsync(await _vault.TakeAsync(_here), place);

        Assert.Null(outcome.Why);
        Assert.Equal((store.Boards.Current.Seq, store.Boards.Current.Hash, 4), (outcome.Manifest!.LedgerSeq, outcome.Manifest.LedgerHash, outcome.Manifest.PublicationSeq));
        Assert.All(outcome.Manifest.Tables, t => Assert.True(t.Rows > 0, t.Table));
        using var restored = new Store(place, DataFiles.One, _here.Time);
        Assert.Equal(store.Ledger(), restored.Ledger());
        Assert.Equal(BoardText.Of(store.Board), BoardText.Of(restored.Board));
        Assert.Equal(store.Publications.Of(Store.Programme)[0].Letter, restored.Publications.Of(Store.Programme)[0].Letter);
        Assert.Equal((4, 1, null), await restored.PublicationCheck.RunAsync(Token));
        Assert.Equal((store.Boards.Current.Seq, null), restored.Chain.Run(Token));
        Assert.Contains(FullHouse.Note, restored.Notes.Read([.. restored.Ledger().Select(e => e.NoteHash).OfType<string>()]).Values);
        Assert.Equal(["z.pdf", "a.png"], restored.Files.Of([store.Boards.Current.Seq]).Single().Value.Select(f => f.Name));
        foreach (var hash in (string[])[attached, published]) Assert.Equal(await BytesAsync(store, hash), await BytesAsync(restored, hash));
        Assert.Equal("gốc", await File.ReadAllTextAsync(Path.Combine(place.Folder, "trusted-roots.pem"), Token));

        // It goes on where it stopped.
        await restored.WriteAsync(Wish.Start("02", "2.1"));
        Assert.Equal((store.Boards.Current.Seq + 1, null), restored.Chain.Run(Token));
    }

    [Fact]
    public async Task Everything_acknowledged_before_a_backup_began_is_in_it_while_others_go_on_writing()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var begun = new TaskCompletionSource();
        var writing = Task.Run(() => WriteOnAsync(store, begun, enough.Token), Token);
        await Task.WhenAny(begun.Task, writing);
        for (var i = 0; i < 3; i++)
        {
            var acknowledged = store.Ledger();
            _here.Time.Advance(TimeSpan.FromSeconds(1));
            var place = _vault.Empty();
            var outcome = await Vault.RestoreAsync(await _vault.TakeAsync(_here), place);
            Assert.Null(outcome.Why);
            using var restored = new Store(place, DataFiles.One, _here.Time);
            var entries = restored.Ledger();
            Assert.Equal(acknowledged, entries.Take(acknowledged.Length));
            Assert.Equal((entries.Length, null), restored.Chain.Run(Token));
        }
        await enough.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task Keys_of_cookies_stay_behind()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        Directory.CreateDirectory(Path.Combine(_here.Folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(_here.Folder, "keys", "key-1.xml"), "<key/>", Token);
        if (Engine.IsPostgres) _here.Execute("INSERT INTO protection_keys (name, xml) VALUES ('key-1', '<key/>')");

        var backup = await _vault.TakeAsync(_here);
        Assert.DoesNotContain(Directory.EnumerateFiles(backup, "*", SearchOption.AllDirectories), f => f.EndsWith(".xml", StringComparison.Ordinal));
        var place = _vault.Empty();
        Assert.Null((await Vault.RestoreAsync(backup, place)).Why);
        Assert.False(Directory.Exists(Path.Combine(place.Folder, "keys")));
        using var restored = new Store(place, DataFiles.One, _here.Time);
        if (!Engine.IsPostgres) return;
        using var connection = restored.Database.Connect();
        Assert.Equal(0, Tables.TableRows.Count(connection, "protection_keys"));
    }

    [Fact]
    public async Task Folder_keeps_as_many_as_asked_and_nothing_that_is_half_a_backup()
    {
        await _here.Start().ImportBaselinesAsync();
        Directory.CreateDirectory(Path.Combine(_vault.Folder, ".unfinished-0"));
        Directory.CreateDirectory(Path.Combine(_vault.Folder, "somebody-elses"));
        for (var i = 0; i < 4; i++)
        {
            await _vault.TakeAsync(_here, KeepRule.Last(2));
            _here.Time.Advance(TimeSpan.FromHours(1));
        }
        Assert.Equal(["rollout-20240801T033000000Z", "rollout-20240801T043000000Z", "somebody-elses"], _vault.Left());
        var shelf = new BackupShelf(_vault.Folder);
        Assert.Equal([Installation.Beginning.AddHours(2), Installation.Beginning.AddHours(3)], shelf.All().Select(b => b.TakenAt));
        Assert.Equal((Installation.Beginning.AddHours(3), "rollout-20240801T043000000Z", null), (shelf.LastAttempt()!.At, shelf.LastAttempt()!.Name, shelf.LastAttempt()!.Trouble));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(shelf.All()[0].Path));
    }

    [Fact]
    public async Task Two_at_once_do_not_meet_in_a_folder()
    {
        await _here.Start().ImportBaselinesAsync();
        using (new BackupShelf(_vault.Folder).Hold()) Assert.Equal("backup.busy", (await _vault.MakeAsync(_here)).Why?.Code);
        Assert.Null((await _vault.MakeAsync(_here)).Why);
    }

    [Fact]
    public async Task Broken_installation_gives_no_backup_and_keeps_the_older_ones()
    {
        var store = _here.Start();
        var (attached, _) = await FullHouse.LiveAsync(store);
        var older = Path.GetFileName(await _vault.TakeAsync(_here, KeepRule.Last(1)));
        _here.Time.Advance(TimeSpan.FromHours(1));
        var path = Path.Combine(_here.Folder, "files", attached[..2], attached);
        var bytes = await File.ReadAllBytesAsync(path, Token);

        await File.WriteAllBytesAsync(path, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)], Token);
        await RefusesAsync("backup.fileDamaged", attached);
        File.Delete(path);
        await RefusesAsync("backup.fileMissing", attached);
        await File.WriteAllBytesAsync(path, bytes, Token);
        _here.Execute("UPDATE contents SET text = text || '!'");
        await RefusesAsync("backup.noteBroken");
        _here.Execute("UPDATE contents SET text = NULL");
        _here.Tamper("UPDATE ledger SET at = at + 1 WHERE seq = 3");
        await RefusesAsync("backup.ledgerBroken", "3");

        Assert.Equal([older], _vault.Left());
        Assert.Equal("backup.ledgerBroken", new BackupShelf(_vault.Folder).LastAttempt()!.Trouble);

        async Task RefusesAsync(string code, params string[] facts)
        {
            var why = (await _vault.MakeAsync(_here, KeepRule.Last(1))).Why;
            Assert.Equal(code, why?.Code);
            if (facts.Length > 0) Assert.Equal(facts, why!.Arguments);
        }
    }

    [Fact]
    public async Task Where_there_is_no_database_there_is_no_backup()
    {
        var outcome = await new BackupMaker(_vault.Empty(), _here.Time).MakeAsync(new(_vault.Folder, null, [], ""), Token);
        Assert.Equal("backup.noDatabase", outcome.Why?.Code);
    }

    [Fact, Trait("engine", "postgres")]
    public async Task Missing_client_program_is_named()
    {
        await _here.Start().ImportBaselinesAsync();
        var outcome = await new BackupMaker(_here.Options, _here.Time).MakeAsync(new(_vault.Folder, null, [], "/nowhere/pg_dump"), Token);
        Assert.Equal(("backup.program", "/nowhere/pg_dump"), (outcome.Why?.Code, outcome.Why?.Arguments[0]));
        Assert.Empty(_vault.Left());
    }

    [Fact]
    public async Task Full_disk_leaves_no_half_backup()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        Directory.CreateDirectory(_vault.Folder);
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", _vault.Folder), "Mounting a small disk needs root.");
        try
        {
            // Which of them says so depends on who fills the disk: the engine, its program, or ourselves.
            var told = await Record.ExceptionAsync(async () => Assert.Equal("backup.programFailed", (await _vault.MakeAsync(_here)).Why?.Code));
            Assert.True(told is null or IOException or System.Data.Common.DbException, $"{told}");
            Assert.Empty(_vault.Left());
            Assert.Empty(new BackupShelf(_vault.Folder).All());
        }
        finally
        {
            await RunAsync("umount", "-l", _vault.Folder);
        }
        Assert.Null((await _vault.MakeAsync(_here)).Why);
    }

    private static async Task WriteOnAsync(Store store, TaskCompletionSource begun, CancellationToken ct)
    {
        foreach (var participant in DataFiles.Provinces.All)
            foreach (var step in (string[])["2.1", "2.2", "2.3"])
            {
                if (ct.IsCancellationRequested) return;
                var key = Wish.Key(participant.Code, step);
                await store.Recorder.RecordAsync(Store.Programme, Wish.Correct(key, StepStatus.Done, store.Cell(key).Version), CancellationToken.None);
                begun.TrySetResult();
            }
    }

    private static async Task<byte[]> BytesAsync(Store store, string hash)
    {
        await using var file = store.Files.Open(hash)!;
        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            await process.WaitForExitAsync(Token);
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
