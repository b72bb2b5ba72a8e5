using System.Text;
using Rollout.Storage.Accounts;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Accounts;

public sealed class ApiKeysTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Key_is_found_with_its_name_and_role_by_every_process()
    {
        var (one, two) = (_here.Start(), _here.Start());

        var (first, second) = (one.ApiKeys.Create("hệ thống báo cáo", "reader"), one.ApiKeys.Create("hệ thống báo cáo", "participant:provinces-63/92"));

        Assert.Matches("^rk_[0-9a-f]{64}$", first);
        Assert.NotEqual(first, second);
        foreach (var store in (Store[])[one, two])
        {
            Assert.Equal(("hệ thống báo cáo", "reader"), Seen(store.ApiKeys.Find(first)));
            Assert.Equal(("hệ thống báo cáo", "participant:provinces-63/92"), Seen(store.ApiKeys.Find(second)));
        }
        Assert.Equal(Installation.Beginning.ToUnixTimeMilliseconds(), _here.Scalar<long>("SELECT max(created_at) FROM api_keys"));
    }

    [Fact]
    public void Unknown_key_is_not_found()
    {
        var store = _here.Start();
        var key = store.ApiKeys.Create("x", "admin");

        Assert.All(["", "rk_", key[..^1], key + "0", key.ToUpperInvariant(), " " + key, "' OR 1=1 --"], wrong => Assert.Null(store.ApiKeys.Find(wrong)));
    }

    [Fact]
    public void Revoked_key_is_not_found()
    {
        var store = _here.Start();
        var (key, other) = (store.ApiKeys.Create("x", "admin"), store.ApiKeys.Create("y", "reader"));

        _here.Execute("UPDATE api_keys SET revoked_at = 1 WHERE name = 'x'");

        Assert.Null(store.ApiKeys.Find(key));
        Assert.NotNull(store.ApiKeys.Find(other));
    }

    [Fact]
    public async Task Use_of_a_key_is_kept_once_a_minute()
    {
        var store = _here.Start();
        var key = store.ApiKeys.Find(store.ApiKeys.Create("x", "reader"))!;
        Assert.Null(key.LastUsedAt);

        await store.ApiKeys.Used(key.Id);
        _here.Time.Advance(TimeSpan.FromSeconds(59));
        await store.ApiKeys.Used(key.Id);
        Assert.Equal(Installation.Beginning, store.ApiKeys.Find(key.Id)!.LastUsedAt);
        _here.Time.Advance(TimeSpan.FromSeconds(1));
        await store.ApiKeys.Used(key.Id);
        Assert.Equal(Installation.Beginning.AddMinutes(1), store.ApiKeys.Find(key.Id)!.LastUsedAt);
    }

    [Fact]
    public void Key_itself_lies_nowhere()
    {
        var store = _here.Start();
        var key = store.ApiKeys.Create("x", "admin");

        foreach (var file in Directory.EnumerateFiles(_here.Folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(key["rk_".Length..], reader.ReadToEnd(), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Matches("^[0-9a-f]{64}$", _here.Scalar<string>("SELECT hash FROM api_keys"));
    }

    private static (string, string) Seen(ApiKeyLine? key) => (key!.Name, key.Role);
}
