using System.Data.Common;
using Rollout.Core.Programmes;
using Rollout.Storage.Tests.Support;
using Rollout.Storage.Versions;

namespace Rollout.Storage.Tests.Versions;

/// <summary>Versions of programmes: written once, the newest counts, whichever node wrote it.</summary>
public sealed class ProgrammeVersionsTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Newest_of_each_programme_counts_and_the_older_ones_stay()
    {
        var versions = Book();
        Assert.Empty(versions.Newest());
        Assert.Equal(1, versions.Keep("a", 0, "key: a\n# một", "admin", "Công văn 1")!.Number);
        Assert.Equal(2, versions.Keep("a", 1, "key: a\n# hai", "admin", "Công văn 2")!.Number);
        Assert.Equal(1, versions.Keep("b", 0, "key: b", "khác", "Mới")!.Number);
        Assert.Equal([("a", 2, "key: a\n# hai"), ("b", 1, "key: b")], Book().Newest().Select(v => (v.Programme, v.Number, v.Text)));
        Assert.Equal([("a", 2, ""), ("a", 1, ""), ("b", 1, "")], versions.All().Select(v => (v.Programme, v.Number, v.Text)));
        var first = Book().Find("a", 1)!;
        Assert.Equal(("key: a\n# một", ProgrammeOrigin.HashOf("key: a\n# một"), "admin", "Công văn 1"), (first.Text, first.Sha256, first.By, first.Reason));
        Assert.Null(versions.Find("a", 3));
    }

    [Fact]
    public void Who_has_not_seen_the_newest_keeps_nothing()
    {
        var versions = Book();
        versions.Keep("a", 0, "key: a", "admin", "Một");
        Assert.Null(versions.Keep("a", 0, "key: a\n", "khác", "Hai"));
        Assert.Null(versions.Keep("a", 2, "key: a\n", "khác", "Hai"));
        Assert.Equal("Một", Assert.Single(versions.All()).Reason);
    }

    [Fact]
    public async Task Of_many_who_keep_at_once_one_does()
    {
        var books = new[] { Book(), Book() };
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => books[i % 2].Keep("a", 0, $"key: a # {i}", "admin", "Cùng lúc"))));
        Assert.Single(kept, k => k is not null);
    }

    [Theory]
    [InlineData("UPDATE programme_versions SET text = 'x'")]
    [InlineData("DELETE FROM programme_versions")]
    public void Database_itself_refuses_to_change_one(string sql)
    {
        var store = _here.Start();
        new ProgrammeVersions(store.Database, TimeProvider.System).Keep("a", 0, "key: a", "admin", "Một");
        using var connection = store.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.ThrowsAny<DbException>(() => command.ExecuteNonQuery());
        Assert.Single(Book().All());
    }

    private ProgrammeVersions Book() => new(_here.Start().Database, TimeProvider.System);
}
