using System.Net;
using Microsoft.Data.Sqlite;

namespace Rollout.Web.Tests.Hosting;

/// <summary>A database that cannot be opened for a while: everybody is told, nobody sees a mistake of the program, and it goes on by itself.</summary>
public sealed class StorageAwayTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();

    private string Database => Path.Combine(_server.Folder, "rollout.db");

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Database_that_is_away_is_told_to_programs_and_people_and_comes_back()
    {
        const string Api = "/api/v1/programmes/lien-thong/ledger";
        var monitor = _server.With("monitor");
        using (Away())
        {
            using var problem = await monitor.GetAsync(new Uri(Api, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (problem.StatusCode, problem.Content.Headers.ContentType?.MediaType));
            Assert.Equal("storage.unwritable", (await RunningServer.JsonAsync(problem)).GetProperty("code").GetString());
            Assert.Equal(TimeSpan.FromSeconds(5), problem.Headers.RetryAfter?.Delta);

            using var page = await _server.Client.GetAsync(new Uri("/activity", UriKind.Relative), TestContext.Current.CancellationToken);
            var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Contains("http-equiv=\"refresh\"", text, StringComparison.Ordinal);
            Assert.Contains("Cơ sở dữ liệu chưa kết nối được", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        }

        using var again = await monitor.GetAsync(new Uri(Api, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    /// <summary>A folder in the place of the file: SQLite cannot open it.</summary>
    private Moved Away()
    {
        SqliteConnection.ClearAllPools();
        File.Move(Database, Database + ".away");
        Directory.CreateDirectory(Database);
        return new(Database);
    }

    private sealed class Moved(string database) : IDisposable
    {
        public void Dispose()
        {
            Directory.Delete(database);
            File.Move(database + ".away", database);
        }
    }
}
