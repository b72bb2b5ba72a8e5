using System.Net;
using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>No room is left where the data lie: writing is refused and says why, reading goes on, and with room again so does writing.</summary>
public sealed class FullDisk(Postgres server) : IClassFixture<Postgres>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Data_folder_of_sqlite_without_room()
    {
        using var disk = new SmallDisk(24);
        using var here = new Installation("", data: Path.Combine(disk.Folder, "data"));
        await FillAsync("SQLite", here, disk);
    }

    [Fact]
    public async Task Database_of_postgres_without_room()
    {
        Assert.SkipWhen(Postgres.Missing is not null, Postgres.Missing ?? "");
        using var disk = new SmallDisk(64);
        using var here = new Installation(server.NewDatabaseAt(disk.Folder));
        try
        {
            await FillAsync("PostgreSQL", here, disk);
        }
        finally
        {
            server.Drop(here.Connection);
        }
    }

    private static async Task FillAsync(string what, Installation here, SmallDisk disk)
    {
        await using var node = await Node.StartAsync(here, "node");
        string key;
        using (var book = here.Open()) key = book.Key("monitor");
        using var client = node.With(key);
        await using var writers = new Writers(() => client);
        await writers.GoOnAsync(Patience);

        disk.Fill();
        var told = await Until.So("writing is refused in words", Patience, () => writers.Answers.Any(a => a is { Status: HttpStatusCode.ServiceUnavailable, Code: "storage.full" }));
        foreach (var path in (string[])["/api/v1/programmes/wells/board", "/board", "/lists"])
        {
            using var answer = await node.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        var full = writers.Answers.Count;
        await Until.So("it goes on refusing", Patience, () => writers.Answers.Count > full + 20);
        Assert.All(writers.Answers.Where(a => a.Status != HttpStatusCode.Created), a => Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage.full"), (a.Status, a.Code)));

        disk.Free();
        var recovered = await writers.GoOnAsync(Patience);
        TestContext.Current.SendDiagnosticMessage($"{what}: refused after {told.TotalSeconds:0.0} s, written again {recovered.TotalSeconds:0.0} s after there was room");
        using (var book = here.Open()) await writers.CheckAsync(book);
        await here.VerifyAsync();
    }
}
