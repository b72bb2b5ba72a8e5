using System.Net;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>What bad input gets: a problem document that names the parameter and the choices.</summary>
public sealed class QueryTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("lien-thong/status-lists?phase=tests", 400, "phase", "test")]
    [InlineData("lien-thong/status-lists?asOf=yesterday", 400, "asOf", "2024-07-15")]
    [InlineData("lien-thong/status-lists?asOf=2024-02-30", 400, "asOf", "2024-07-15")]
    [InlineData("lien-thong/status-lists?asOf=2124-07-15", 400, "asOf", null)]
    [InlineData("lien-thong/status-lists?knownOn=2124-07-15", 400, "knownOn", null)]
    [InlineData("lien-thong/board?phase=", 200, null, null)]
    [InlineData("lien-thong/ledger?limit=0", 400, "limit", "1–1000")]
    [InlineData("lien-thong/ledger?limit=1001", 400, "limit", "1–1000")]
    [InlineData("lien-thong/ledger?after=-1", 400, "after", null)]
    [InlineData("lien-thong/status-lists/diff?to=2024-07-15", 400, "from", null)]
    [InlineData("lien-thong/status-lists/diff?from=2024-07-15&to=x", 400, "to", null)]
    [InlineData("lien-thong/status-lists.odt", 404, "format", "docx")]
    [InlineData("lien-tong/status-lists", 404, "programme", "lien-thong")]
    [InlineData("lien-thong/participants/99", 404, "participant", "92")]
    public async Task Wrong_query_is_refused_by_name_with_the_choices(string path, int status, string? parameter, string? choice)
    {
        using var answer = await server.Client.GetAsync(new Uri($"/api/v1/programmes/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        if (parameter is null) return;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.StartsWith("query.", problem.GetProperty("code").GetString(), StringComparison.Ordinal);
        if (choice is not null) Assert.Contains(choice, problem.GetProperty("choices").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task Unknown_path_of_the_api_is_a_problem_not_a_page()
    {
        using var answer = await server.Client.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("2024-07-15T08:00:00+07:00")]
    [InlineData("2024-07-15T08:00:00%2B07:00")]
    [InlineData("2024-07-15T01:00:00Z")]
    public async Task AsOf_takes_an_instant_and_echoes_it_in_Hanoi_time(string asOf)
    {
        var answer = await server.GetAsync($"/api/v1/programmes/lien-thong/status-lists?asOf={asOf}");
        Assert.Equal("2024-07-15T08:00:00+07:00", answer.GetProperty("asOf").GetString());
    }
}
