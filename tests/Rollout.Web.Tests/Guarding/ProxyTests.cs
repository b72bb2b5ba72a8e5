using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>From where a request came: what a proxy says of it counts when the proxy is known.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, "203.0.113.9", "203.0.113.9")]
    [InlineData(null, "198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1, 203.0.113.0/24", "198.51.100.1, 203.0.113.9", "198.51.100.1")]
    [InlineData("192.0.2.1", "203.0.113.9", "127.0.0.1")]
    [InlineData("", "203.0.113.9", "127.0.0.1")]
    public async Task Address_in_the_log_is_the_first_that_no_known_proxy_has(string? known, string forwarded, string expected)
    {
        await using var server = new RunningServer { PublicRead = false, Configure = b => b.Configuration["Proxy:Known"] = known };
        await server.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programmes") { Headers = { Authorization = new("Bearer", "rk_wrong") } };
        request.Headers.Add("X-Forwarded-For", forwarded);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, server.Services.GetRequiredService<SecurityLog>().Read("key.unknown").Single().Address);
    }
}
