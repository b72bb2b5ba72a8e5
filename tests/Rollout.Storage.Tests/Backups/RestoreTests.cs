using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rollout.Storage.Backups;
using Rollout.Storage.Database;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Backups;

/// <summary>What is not restored: what is damaged, by its name, and into places that are not empty.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly Installation _here = new();
    private readonly Vault _vault = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Database => Engine.IsPostgres ? "rollout.dump" : "rollout.db";

    public void Dispose()
    {
        _here.Dispose();
        _vault.Dispose();
    }

    [Fact]
    public async Task Damaged_backup_is_refused_by_the_name_of_what_is_damaged_and_brings_nothing()
    {
        var (attached, published) = await FullHouse.LiveAsync(_here.Start());
        var backup = await _vault.TakeAsync(_here);
        var place = _vault.Empty();
        foreach (var part in (string[])[Database, $"files/{attached[..2]}/{attached}", $"files/{published[..2]}/{published}", "manifest.json", "manifest.json.sha256"])
        {
            var path = Path.Combine(backup, part);
            var bytes = await File.ReadAllBytesAsync(path, Token);
            var manifest = part.StartsWith("manifest", StringComparison.Ordinal);
            foreach (var at in (int[])[0, bytes.Length / 2, bytes.Length - 1])
            {
                var flipped = (byte[])bytes.Clone();
                flipped[at] ^= 1;
                await File.WriteAllBytesAsync(path, flipped, Token);
                await RefusesAsync("backup.damaged", manifest ? "manifest.json" : part);
            }
            File.Delete(path);
            await RefusesAsync(manifest ? "backup.none" : "backup.partMissing", part);
            await File.WriteAllBytesAsync(path, bytes, Token);
        }
        Assert.Null((await Vault.RestoreAsync(backup, place)).Why);

        async Task RefusesAsync(string code, string name)
        {
            var why = (await Vault.RestoreAsync(backup, place)).Why;
            Assert.Equal((code, name), (why?.Code, why?.Arguments[^1]));
            Assert.False(Directory.Exists(place.Folder) && Directory.EnumerateFileSystemEntries(place.Folder).Any());
        }
    }

    [Fact]
    public async Task Backup_whose_ledger_was_changed_is_refused_even_when_its_hashes_were_made_anew()
    {
        await FullHouse.LiveAsync(_here.Start());
        var backup = await _vault.TakeAsync(_here);
        _here.Tamper("UPDATE ledger SET actor_name = 'khac' WHERE seq = 5");
        var forged = await ForgeAsync(backup, async path =>
        {
            File.Delete(path);
            await DatabaseCopiers.Of(_here.Options, "").TakeAsync(backup, Token);
        });
        var place = _vault.Empty();
        var why = (await Vault.RestoreAsync(forged, place)).Why;
        Assert.Equal(("backup.ledgerBroken", "5"), (why?.Code, why?.Arguments[0]));
        Assert.False(DatabaseCopiers.Of(place, "").IsThere());
    }

    [Fact]
    public async Task Place_that_is_not_empty_is_refused_and_stays_as_it_is()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        var backup = await _vault.TakeAsync(_here);
        Assert.Equal("restore.notEmpty", (await Vault.RestoreAsync(backup, _here.Options)).Why?.Code);
        Assert.Equal((store.Boards.Current.Seq, null), store.Chain.Run(Token));
    }

    [Fact]
    public async Task Other_engine_and_newer_program_are_refused_with_what_to_do()
    {
        await _here.Start().ImportBaselinesAsync();
        var backup = await _vault.TakeAsync(_here);
        var other = Engine.IsPostgres ? new StorageOptions(_vault.Empty().Folder) : new(_vault.Empty().Folder) { Provider = StorageProvider.Postgres, Connection = "Host=nowhere" };
        Assert.Equal("restore.otherEngine", (await Vault.RestoreAsync(backup, other)).Why?.Code);

        var newer = await ForgeAsync(backup, _ => Task.CompletedTask, m => m["lastMigration"] = "29990101000000_Later");
        Assert.Equal("backup.newer", (await Vault.RestoreAsync(newer, _vault.Empty())).Why?.Code);
        var outside = await ForgeAsync(backup, _ => Task.CompletedTask, m => m["parts"]![0]!["path"] = "../../etc/passwd");
        Assert.Equal("backup.damaged", (await Vault.RestoreAsync(outside, _vault.Empty())).Why?.Code);
    }

    [Fact]
    public async Task What_an_interrupted_restore_has_left_stands_in_nobodys_way()
    {
        await FullHouse.LiveAsync(_here.Start());
        var backup = await _vault.TakeAsync(_here);
        var place = _vault.Empty();
        Directory.CreateDirectory(Path.Combine(place.Folder, ".restoring"));
        await File.WriteAllTextAsync(Path.Combine(place.Folder, ".restoring", "rollout.db"), "nửa", Token);
        Assert.Null((await Vault.RestoreAsync(backup, place)).Why);
        Assert.False(Directory.Exists(Path.Combine(place.Folder, ".restoring")));
    }

    /// <summary>Changes a backup as somebody could who knows how its hashes are made.</summary>
    private static async Task<string> ForgeAsync(string backup, Func<string, Task> change, Action<JsonNode>? say = null)
    {
        var database = Path.Combine(backup, Database);
        await change(database);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(backup, "manifest.json"), Token))!;
        var part = manifest["parts"]!.AsArray().Single(p => (string)p!["path"]! == Database)!;
        var bytes = await File.ReadAllBytesAsync(database, Token);
        (part["bytes"], part["sha256"]) = (bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        say?.Invoke(manifest);
        var text = System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString());
        await File.WriteAllBytesAsync(Path.Combine(backup, "manifest.json"), text, Token);
        await File.WriteAllTextAsync(Path.Combine(backup, "manifest.json.sha256"), $"{Convert.ToHexStringLower(SHA256.HashData(text))}  manifest.json\n", Token);
        return backup;
    }
}
