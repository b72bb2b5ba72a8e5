using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Rollout.Web.Guarding;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>How much is taken at once.</summary>
public sealed class BodyTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/api/v1/programmes/lien-thong/probes/run", "application/json", 256 * 1024, "256 kB", true)]
    [InlineData("/api/v1/programmes/lien-thong/probes/run", "application/json", 256 * 1024, "256 kB", false)]
    [InlineData("/api/v1/programmes/lien-thong/participants/92/files", "multipart/form-data; boundary=x", 101 * 1024 * 1024, "101 MB", true)]
    [InlineData("/api/v1/programmes/lien-thong/appendices/read", "text/plain", 15 * 1024 * 1024, "15 MB", true)]
    public async Task Body_larger_than_its_endpoint_takes_is_413_and_names_the_limit(string path, string type, int limit, string said, bool saysItsLength)
    {
        using var client = server.With("monitor");
        using var answer = await SendAsync(client, path, type, limit + 1, saysItsLength);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal(("body.tooLarge", limit), (problem.GetProperty("code").GetString(), problem.GetProperty("limit").GetInt32()));
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_larger_than_a_page_takes_is_answered_by_a_page_that_names_the_limit()
    {
        using var answer = await SendAsync(server.Client, "/login", "application/x-www-form-urlencoded", (int)BodyLimitAttribute.Usual + 1, saysItsLength: true);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("không quá 1 MB", await Browser.TextAsync(answer), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string type, int length, bool saysItsLength)
    {
        using var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(new string(' ', length))));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        // It waits with the body until it is asked for it, so that a refusal is heard.
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { ExpectContinue = true, TransferEncodingChunked = !saysItsLength } };
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
