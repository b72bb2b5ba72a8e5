using System.Net;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Reading needs somebody, unless it is public; people's names stay closed even then.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Closed_server_asks_who_one_is_in_the_order_of_the_contract()
    {
        await using var server = new RunningServer { PublicRead = false };
        await server.InitializeAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(server.Client, "lien-thong/status-lists?asOf=x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server.Client, "lien-thong/status-lists"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server.Client, "nothing/status-lists"));
        using var reader = server.With("reader");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "lien-thong/status-lists"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, "nothing/status-lists"));
    }

    [Fact]
    public async Task Wrong_key_is_nobody()
    {
        await using var server = new RunningServer { PublicRead = false };
        await server.InitializeAsync();
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", "rk_wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server.Client, "lien-thong/status-lists"));
    }

    [Fact]
    public async Task Page_of_a_closed_server_leads_to_the_sign_in_and_a_key_opens_it()
    {
        await using var server = new RunningServer { PublicRead = false };
        await server.InitializeAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };
        using var answer = await browser.GetAsync(new Uri("/lists", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/login?back=%2Flists", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_actors_are_closed_to_the_public_and_open_to_a_reader()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var reader = server.With("reader");
        var entry = (await server.GetAsync("/api/v1/programmes/lien-thong/ledger?limit=1")).GetProperty("entries")[0];
        Assert.Equal("import", entry.GetProperty("actor").GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "lien-thong/ledger?limit=1"));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri($"/api/v1/programmes/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
