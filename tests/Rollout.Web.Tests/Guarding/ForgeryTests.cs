using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>What another site's page can make a browser send changes nothing here. Every endpoint is tried, those to come too.</summary>
public sealed class ForgeryTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly (string, string)[] Foreign = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.test"), ("Origin", "null")];

    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    [Fact]
    public async Task Every_endpoint_that_changes_something_refuses_what_another_sites_page_sends_with_our_cookie()
    {
        using var browser = await server.SignInAsync(await server.AccountAsync("monitor"));
        var tried = 0;
        foreach (var (method, path, _) in Endpoints())
            foreach (var (header, value) in Foreign)
            {
                using var request = new HttpRequestMessage(new(method), path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
                request.Headers.Add(header, value);
                using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} with {header}: {value} is answered {answer.StatusCode}");
                tried++;
            }
        Assert.InRange(tried, 150, 1000);
    }

    [Fact]
    public async Task Every_form_asks_for_its_token_and_every_other_endpoint_for_a_body_that_no_form_can_send()
    {
        using var browser = await server.SignInAsync(await server.AccountAsync("monitor"));
        foreach (var (method, path, endpoint) in Endpoints())
        {
            var wantsToken = endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };
            Assert.True(wantsToken == !path.StartsWith("/api/", StringComparison.Ordinal), $"{method} {path}");
            using var form = new FormUrlEncodedContent([new("_handler", "everywhere")]);
            using var request = new HttpRequestMessage(new(method), path) { Content = form };
            using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
            // Signing out without a token leads to the account's page, where the way out stands too.
            if (path == "/logout") Assert.Equal("/account", answer.Headers.Location!.ToString());
            else Assert.True(answer.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError, $"{method} {path} took a form without a token: {answer.StatusCode}");
        }
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/account"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false), InlineData("Origin", "https://elsewhere.test", false), InlineData("Sec-Fetch-Site", "same-origin", true), InlineData("Origin", "own", true)]
    public async Task Circuit_is_opened_by_a_page_of_ours_alone(string header, string value, bool opens)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add(header, value == "own" ? server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : value);
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
        using var socket = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        socket.Headers.Add(header, value == "own" ? server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) : value);
        using var shaken = await server.Client.SendAsync(socket, TestContext.Current.CancellationToken);
        Assert.Equal(opens, shaken.StatusCode != HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_is_given_leave_to_read_from_elsewhere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/programmes") { Headers = { { "Origin", "https://elsewhere.test" } } };
        using var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Trace_is_answered_by_nothing()
    {
        using var answer = await server.Client.SendAsync(new(HttpMethod.Trace, "/"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    /// <summary>Every endpoint that can change something, with an address that leads to it; those of circuits stand apart.</summary>
    private IEnumerable<(string Method, string Path, Endpoint Endpoint)> Endpoints() => server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => !e.RoutePattern.RawText!.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal) && !e.RoutePattern.RawText!.Contains("_framework", StringComparison.Ordinal))
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Intersect(Changing).Select(m => (m, Path(e), (Endpoint)e)));

    private static string Path(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternParameterPart { Name: "programme" } => "lien-thong",
        RoutePatternParameterPart { Name: "code" } => "92",
        RoutePatternParameterPart { Name: "phase" } => "test",
        RoutePatternParameterPart { Name: "step" } => "1.1",
        RoutePatternParameterPart { Name: "hash" } => new string('a', 64),
        RoutePatternParameterPart { Name: "key" or "Key" } => "c06",
        RoutePatternParameterPart => "1",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    }))));
}
