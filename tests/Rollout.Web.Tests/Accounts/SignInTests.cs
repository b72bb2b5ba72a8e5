using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>Signing in and out by plain forms.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly TestTime _time = new();
    private readonly RunningServer _server;

    public SignInTests() => _server = new() { PublicRead = false, Configure = b => b.Services.AddSingleton<TimeProvider>(_time) };

    private SecurityLog Log => _server.Services.GetRequiredService<SecurityLog>();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Right_password_opens_the_pages_and_leads_back()
    {
        var name = await _server.AccountAsync("monitor");
        using var browser = _server.Browser();
        using var asked = await browser.GetAsync("/lists");
        Assert.Equal("/login?back=%2Flists", asked.Headers.Location!.PathAndQuery);
        using var answer = await browser.SubmitAsync("/login?back=%2Flists", "login", ("userName", name.ToUpperInvariant()), ("password", TestAccounts.Password), ("back", "/lists"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/lists", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(name, await browser.TextAsync("/lists"), StringComparison.Ordinal);
        Assert.Equal(["signIn"], Log.Read(text: name).Select(l => l.Kind));
    }

    [Theory, InlineData("//elsewhere.test/"), InlineData("/\\elsewhere.test"), InlineData("https://elsewhere.test/")]
    public async Task Way_back_stays_with_us(string back)
    {
        var name = await _server.AccountAsync("reader");
        using var browser = _server.Browser();
        using var answer = await browser.SubmitAsync("/login", "login", ("userName", name), ("password", TestAccounts.Password), ("back", back));
        Assert.DoesNotContain("elsewhere", $"{answer.Headers.Location}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_password_and_unknown_name_are_answered_alike()
    {
        var name = await _server.AccountAsync("monitor");
        Assert.Equal(await AnswerAsync(name, "không phải mật khẩu"), (await AnswerAsync("khong-co-ai", "không phải mật khẩu")).Replace("khong-co-ai", name, StringComparison.Ordinal));
        // The typed name of nobody may be a password in the wrong field.
        Assert.Empty(Log.Read(text: "khong-co-ai"));
        Assert.Equal(2, Log.Read("signIn.failed").Length);
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_a_quarter_of_an_hour()
    {
        var name = await _server.AccountAsync("monitor");
        for (var i = 0; i < AccountTable.MostAttempts; i++) await AnswerAsync(name, "sai");
        Assert.Contains("account.locked", Log.Read(text: name).Select(l => l.Kind));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(name));
        _time.Advance(AccountTable.LockTime);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(name));
        // Attempts begin anew after a sign-in.
        await AnswerAsync(name, "sai");
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(name));
    }

    [Fact]
    public async Task Attempts_at_once_are_no_more_than_attempts_in_a_row()
    {
        var account = _server.Services.GetRequiredService<AccountTable>().FindByName(await _server.AccountAsync("monitor"))!;
        var table = _server.Services.GetRequiredService<AccountTable>();
        var taken = 0;
        Parallel.For(0, 40, _ => { if (table.TryAttempt(account.Id)) Interlocked.Increment(ref taken); });
        Assert.Equal(AccountTable.MostAttempts, taken);
    }

    [Fact]
    public async Task Sign_out_ends_the_session_of_this_browser_alone()
    {
        var name = await _server.AccountAsync("reader");
        using var first = await _server.SignInAsync(name);
        using var second = await _server.SignInAsync(name);
        using var answer = await first.PostAsync("/account", "/logout");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await first.StatusAsync("/lists"));
        Assert.Equal(HttpStatusCode.OK, await second.StatusAsync("/lists"));
        Assert.Contains("signOut", Log.Read(text: name).Select(l => l.Kind));
    }

    [Fact]
    public async Task Form_without_its_token_is_refused()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = _server.Browser();
        using var content = new FormUrlEncodedContent([new("_handler", "login"), new("userName", name), new("password", TestAccounts.Password)]);
        using var answer = await browser.Client.PostAsync(new Uri("/login", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var signedIn = await _server.SignInAsync(name);
        using var leaving = await signedIn.Client.PostAsync(new Uri("/logout", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, await signedIn.StatusAsync("/lists"));
    }

    [Fact]
    public async Task Cookie_is_closed_to_scripts_and_other_sites()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = _server.Browser();
        using var answer = await browser.SubmitAsync("/login", "login", ("userName", name), ("password", TestAccounts.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("rollout=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Key_signs_in_too_until_it_is_revoked()
    {
        var keys = _server.Services.GetRequiredService<ApiKeys>();
        var key = keys.Create("kho", "reader");
        using var browser = _server.Browser();
        using var answer = await browser.SubmitAsync("/login", "key", ("key", key));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/lists"));
        Assert.True(keys.Revoke(keys.Find(key)!.Id));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/lists"));
    }

    private async Task<string> AnswerAsync(string userName, string password)
    {
        using var browser = _server.Browser();
        using var answer = await browser.SubmitAsync("/login", "login", ("userName", userName), ("password", password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return System.Text.RegularExpressions.Regex.Match(await Browser.TextAsync(answer), "<div class=\"notice.*?</div>\\s*</div>", System.Text.RegularExpressions.RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value is { Length: > 0 } notice
            ? notice
            : throw new InvalidOperationException("no notice");
    }

    private async Task<HttpStatusCode> TryAsync(string userName)
    {
        using var browser = _server.Browser();
        using var answer = await browser.SubmitAsync("/login", "login", ("userName", userName), ("password", TestAccounts.Password));
        return answer.StatusCode;
    }
}
