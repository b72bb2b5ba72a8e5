using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>How often one may come in a minute. Everything here comes by a proxy of this machine, which alone is not counted.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const string Programmes = "/api/v1/programmes";

    private readonly RunningServer _server = new()
    {
        Configure = b =>
        {
            foreach (var (key, value) in (ReadOnlySpan<(string, string)>)[("SignInPerAddress", "12"), ("SignInPerName", "4"), ("ApiPerCaller", "5"), ("ApiPerAddress", "2")])
                b.Configuration[$"Limits:{key}"] = value;
        },
    };

    private SecurityLog Log => _server.Services.GetRequiredService<SecurityLog>();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Address_that_asks_the_api_too_often_is_told_when_to_come_again_and_the_log_once()
    {
        using var client = From("203.0.113.1");
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Programmes));
        for (var i = 0; i < 3; i++)
        {
            using var answer = await client.GetAsync(new Uri(Programmes, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("limit.requests", (await RunningServer.JsonAsync(answer)).GetProperty("code").GetString());
        }
        var line = Log.Read("limit.reached").Single();
        Assert.Equal((Programmes, "203.0.113.1", "PublicApi"), (line.Subject, line.Address, line.Detail));
        using var neighbour = From("203.0.113.2");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(neighbour, Programmes));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/"));
    }

    [Fact]
    public async Task Addresses_of_one_network_of_the_newer_kind_count_as_one()
    {
        foreach (var address in (string[])["2001:db8::1", "2001:db8::2"])
        {
            using var client = From(address);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, Programmes));
        }
        using var third = From("2001:db8::3");
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(third, Programmes));
    }

    [Fact]
    public async Task Key_has_a_count_of_its_own_wherever_it_comes_from()
    {
        using var keyed = _server.With("reader");
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(keyed, Programmes, $"203.0.113.{i}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(keyed, Programmes, "203.0.113.9"));
        Assert.Equal("reader", Log.Read("limit.reached").Single().By);
        using var other = _server.With("approver");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, Programmes, "203.0.113.9"));
    }

    [Theory, InlineData("/login"), InlineData("/login/code"), InlineData("/setup"), InlineData("/account/set-password")]
    public async Task Address_that_knocks_too_often_gets_a_calm_page(string path)
    {
        using var client = From("203.0.113.7");
        for (var i = 0; i < 12; i++) (await client.PostAsync(new Uri(path, UriKind.Relative), null, TestContext.Current.CancellationToken)).Dispose();
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var page = await Browser.TextAsync(answer);
        Assert.Contains("Gửi quá nhiều lần", page, StringComparison.Ordinal);
        Assert.Contains($"chờ {answer.Headers.RetryAfter.Delta!.Value.TotalSeconds} giây", page, StringComparison.Ordinal);
        Assert.Single(Log.Read("limit.reached"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/login"));
    }

    [Fact]
    public async Task Who_may_not_read_is_told_in_words_too()
    {
        await using var closed = new RunningServer { PublicRead = false, Configure = b => b.Configuration["Limits:SignInPerAddress"] = "1" };
        await closed.InitializeAsync();
        using var client = new HttpClient { BaseAddress = closed.Client.BaseAddress, DefaultRequestHeaders = { { "X-Forwarded-For", "203.0.113.7" } } };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, "/setup"));
        using var answer = await client.GetAsync(new Uri("/setup", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("Gửi quá nhiều lần", await Browser.TextAsync(answer), StringComparison.Ordinal);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/logout") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var refused = await client.SendAsync(foreign, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Yêu cầu đến từ trang khác", await Browser.TextAsync(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_that_is_tried_too_often_is_looked_at_no_more_whether_there_is_such_an_account_or_not()
    {
        using var browser = _server.Browser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.8");
        foreach (var name in (string[])["khong-co-ai", await _server.AccountAsync("monitor", userName: "co-nguoi")])
        {
            for (var i = 0; i < 4; i++)
            {
                using var wrong = await browser.SubmitAsync("/login", "login", ("userName", name), ("password", "sai"));
                Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
            }
            using var refused = await browser.SubmitAsync("/login", "login", ("userName", name.ToUpperInvariant()), ("password", TestAccounts.Password));
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("Đã thử tên này quá nhiều lần", await Browser.TextAsync(refused), StringComparison.Ordinal);
        }
        Assert.Equal(8, Log.Read("signIn.failed").Length);
        // What was typed as the name of nobody may be a password.
        Assert.Equal(["co-nguoi", ""], Log.Read("limit.reached").Select(l => l.Subject));
    }

    [Fact]
    public async Task This_machine_is_not_counted_unless_told_so()
    {
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.OK, await StatusAsync(_server.Client, Programmes));
        await using var strict = new RunningServer { Configure = b => (b.Configuration["Limits:Uncounted"], b.Configuration["Limits:ApiPerAddress"]) = ("", "1") };
        await strict.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(strict.Client, Programmes));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(strict.Client, Programmes));
    }

    private HttpClient From(string address) => new() { BaseAddress = _server.Client.BaseAddress, DefaultRequestHeaders = { { "X-Forwarded-For", address } } };

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path, string? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (address is not null) request.Headers.Add("X-Forwarded-For", address);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
