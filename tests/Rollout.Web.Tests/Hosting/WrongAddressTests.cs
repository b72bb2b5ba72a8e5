using System.Net;

namespace Rollout.Web.Tests.Hosting;

/// <summary>Addresses that lead nowhere: people get a page, programs a problem.</summary>
public sealed class WrongAddressTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("/nothing", "text/html")]
    [InlineData("/participants/92/nothing", "text/html")]
    [InlineData("/api/nothing", "application/problem+json")]
    [InlineData("/api/v1/nothing.csv", "application/problem+json")]
    public async Task Address_that_leads_nowhere_is_answered_in_its_readers_form(string address, string type)
    {
        using var answer = await server.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }
}
