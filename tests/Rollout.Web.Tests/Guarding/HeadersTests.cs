using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>What every answer tells a browser.</summary>
public sealed partial class HeadersTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Lists = "/api/v1/programmes/lien-thong/status-lists";

    [Theory]
    [InlineData("/"), InlineData("/board"), InlineData("/login"), InlineData("/help"), InlineData("/no-such-page"), InlineData("/palette.json"), InlineData("/help/page?path=%2F"), InlineData("/favicon.svg")]
    [InlineData(Lists), InlineData(Lists + ".docx"), InlineData(Lists + ".html"), InlineData("/api/v1/nothing"), InlineData("/openapi/v1.json"), InlineData("/healthz/live")]
    public async Task Every_answer_is_guessed_by_nobody_framed_by_nobody_else_and_asks_for_no_device(string path)
    {
        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        // What the API answers is no document: nothing is opened from it, and it has no use for a device.
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
        {
            Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
            Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        }
        Assert.Contains(path.EndsWith(".html", StringComparison.Ordinal) ? "frame-ancestors 'self'" : "frame-ancestors 'none'", Policy(answer), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.NotNull(answer.Content.Headers.ContentType);
        if (answer.Content.Headers.ContentType.MediaType is { } type && type.StartsWith("text/", StringComparison.Ordinal)) Assert.Equal("utf-8", answer.Content.Headers.ContentType.CharSet);
    }

    [Theory, InlineData("/"), InlineData("/board"), InlineData("/login"), InlineData("/help"), InlineData("/setup"), InlineData("/figures")]
    public async Task Page_runs_our_scripts_alone_and_names_its_two_inline_pieces_by_hash(string path)
    {
        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var (policy, page) = (Policy(answer), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var scripts = policy.Split(';').Single(d => d.Trim().StartsWith("script-src ", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy.Split(';').Single(d => d.Trim().StartsWith("style-src ", StringComparison.Ordinal)), StringComparison.Ordinal);
        foreach (var directive in (string[])["object-src 'none'", "base-uri 'self'", "form-action 'self'", "connect-src 'self'"]) Assert.Contains(directive, policy, StringComparison.Ordinal);
        var inline = Inline().Matches(page).Select(m => m.Groups["text"].Value).Where(t => t.Length > 0).ToList();
        // The import map stands in what is run from its own folder; a browser sees to both.
        Assert.InRange(inline.Count, 1, 2);
        Assert.All(inline, text => Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'", policy, StringComparison.Ordinal));
        Assert.DoesNotMatch("<[a-z][^>]* on[a-z]+=", page);
        Assert.DoesNotContain("javascript:", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Printed_document_runs_nothing()
    {
        using var answer = await server.Client.GetAsync(new Uri(Lists + ".html", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;", Policy(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_is_remembered_for_a_year_once_a_proxy_that_is_known_says_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "rollout.example" } };
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var fresh = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var answer = await fresh.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        Assert.Contains("; secure", string.Join(',', answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_https_is_required_people_are_led_to_it_and_programs_refused()
    {
        await using var strict = new RunningServer { Configure = b => b.Configuration["Security:RequireHttps"] = "true" };
        await strict.InitializeAsync();
        using var browser = strict.Browser();
        using var page = await browser.GetAsync("/lists?phase=test");
        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
        Assert.Equal("https://127.0.0.1/lists?phase=test", page.Headers.Location!.ToString());
        using var program = await browser.GetAsync(Lists);
        Assert.Equal(HttpStatusCode.Forbidden, program.StatusCode);
        Assert.Equal("https.required", (await RunningServer.JsonAsync(program)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/healthz/live"));
        using var post = await browser.Client.PostAsync(new Uri("/login", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, post.StatusCode);
    }

    [Fact]
    public async Task Cookies_are_bound_to_https_and_this_host_where_it_is_required()
    {
        await using var strict = new RunningServer { Configure = b => b.Configuration["Security:RequireHttps"] = "true" };
        await strict.InitializeAsync();
        var name = await strict.AccountAsync("reader");
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = strict.Client.BaseAddress, DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" } } };
        using var form = await client.GetAsync(new Uri("/login", UriKind.Relative), TestContext.Current.CancellationToken);
        var cookie = form.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches("^__Host-rollout.form=[^;]+; path=/; secure; samesite=strict; httponly$", cookie);
        var token = Token().Match(await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups["token"].Value;
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/login")
        {
            Headers = { { "Cookie", cookie.Split(';')[0] } },
            Content = new FormUrlEncodedContent([new("_handler", "login"), new("__RequestVerificationToken", token), new("userName", name), new("password", TestAccounts.Password)]),
        };
        using var signedIn = await client.SendAsync(sent, TestContext.Current.CancellationToken);
        Assert.Matches("^__Host-rollout=[^;]+; path=/; secure; samesite=lax; httponly$", signedIn.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("__Host-rollout=", StringComparison.Ordinal)));
        using var language = await client.GetAsync(new Uri("/culture?language=en", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Matches("^__Host-.*; path=/; secure; samesite=lax; httponly$", language.Headers.GetValues("Set-Cookie").Single());
    }

    [Fact]
    public async Task Answers_to_who_is_known_are_kept_by_nobody_on_the_way()
    {
        using var keyed = server.With("reader");
        using var browser = await server.SignInAsync(await server.AccountAsync("admin"));
        foreach (var (client, path) in ((HttpClient, string)[])[(keyed, Lists), (browser.Client, Lists), (browser.Client, "/admin/security.csv"), (browser.Client, "/board"), (browser.Client, "/account")])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.CacheControl is { NoStore: true }, path);
        }
        using var style = await server.Client.GetAsync(new Uri("/favicon.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(style.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Cookies_of_plain_http_are_closed_to_scripts_and_other_sites()
    {
        using var browser = await server.SignInAsync(await server.AccountAsync("reader"));
        foreach (Cookie cookie in browser.Cookies)
        {
            Assert.True(cookie.HttpOnly, cookie.Name);
            Assert.Equal("/", cookie.Path);
        }
        Assert.Equal(["rollout", "rollout.form"], browser.Cookies.Select(c => c.Name).Order(StringComparer.Ordinal));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.Single() : throw new InvalidOperationException($"no {name}");

    private static string Policy(HttpResponseMessage answer) => Header(answer, "Content-Security-Policy");

    [GeneratedRegex("<(?<tag>script|style)\\b[^>]*>(?<text>[^<]*)</", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Inline();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
