using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>The second factor: set up, asked for, required of some, and the way round it when the device is lost.</summary>
public sealed class SecondFactorTests : IAsyncLifetime
{
    private readonly RunningServer _server = new() { PublicRead = false, Configure = b => b.Configuration["Accounts:RequireTwoFactor"] = "monitor, admin" };

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Person_sets_it_up_and_is_asked_for_a_code_from_then_on()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = await _server.SignInAsync(name);
        using var other = await _server.SignInAsync(name);
        var (secret, codes) = await SetUpAsync(browser);
        Assert.Equal(10, codes.Length);
        // This session goes on, the others end.
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/account"));
        Assert.Equal(HttpStatusCode.Redirect, await other.StatusAsync("/lists"));

        using var next = await HalfAsync(name, "/login/code");
        Assert.Equal(HttpStatusCode.Redirect, await next.StatusAsync("/lists"));
        using var wrong = await next.SubmitAsync("/login/code", "code", ("code", "000000"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        var code = Authenticator.Code(secret, 1);
        using var right = await next.SubmitAsync("/login/code", "code", ("code", code));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await next.StatusAsync("/lists"));

        // A code that somebody watched is worth nothing.
        using var watcher = await HalfAsync(name, "/login/code");
        using var again = await watcher.SubmitAsync("/login/code", "code", ("code", code));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Recovery_code_works_once()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = await _server.SignInAsync(name);
        var (_, codes) = await SetUpAsync(browser);
        using var first = await HalfAsync(name, "/login/code");
        using var entered = await first.SubmitAsync("/login/code", "code", ("code", codes[0].ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        using var second = await HalfAsync(name, "/login/code");
        using var again = await second.SubmitAsync("/login/code", "code", ("code", codes[0]));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Wrong_codes_close_the_account_even_if_the_password_is_entered_between_them()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = await _server.SignInAsync(name);
        var (secret, _) = await SetUpAsync(browser);
        for (var i = 0; i < AccountTable.MostAttempts; i++)
        {
            using var half = await HalfAsync(name, "/login/code");
            using var wrong = await half.SubmitAsync("/login/code", "code", ("code", "000000"));
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }
        using var closed = _server.Browser();
        using var answer = await closed.SubmitAsync("/login", "login", ("userName", name), ("password", TestAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(secret);
    }

    [Fact]
    public async Task Second_step_without_the_first_leads_back_to_it()
    {
        using var browser = _server.Browser();
        foreach (var page in (string[])["/login/code", "/login/second-factor"])
        {
            using var answer = await browser.GetAsync(page);
            Assert.EndsWith("/login", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Role_that_needs_it_reaches_its_set_up_and_nothing_else()
    {
        var name = await _server.AccountAsync("monitor");
        using var browser = await HalfAsync(name, "/login/second-factor");
        foreach (var page in (string[])["/lists", "/account", "/api/v1/programmes"]) Assert.NotEqual(HttpStatusCode.OK, await browser.StatusAsync(page));
        var secret = Authenticator.SecretOf(await browser.TextAsync("/login/second-factor"));
        using var wrong = await browser.SubmitAsync("/login/second-factor", "setUp", ("code", "000000"));
        Assert.Empty(Authenticator.RecoveryCodesOf(await Browser.TextAsync(wrong)));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/lists"));
        using var right = await browser.SubmitAsync("/login/second-factor", "setUp", ("code", Authenticator.Code(secret)));
        Assert.Equal(10, Authenticator.RecoveryCodesOf(await Browser.TextAsync(right)).Length);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/lists"));
    }

    [Fact]
    public async Task Setting_that_names_no_kind_of_mandate_stops_the_start()
    {
        await using var server = new RunningServer { Configure = b => b.Configuration["Accounts:RequireTwoFactor"] = "monitors" };
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () => await server.InitializeAsync());
        Assert.Contains("Accounts:RequireTwoFactor: monitors", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_turns_it_off_with_the_password_alone()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = await _server.SignInAsync(name);
        await SetUpAsync(browser);
        using var wrong = await browser.SubmitAsync("/account", "off", ("offPassword", "sai"));
        Assert.True(Account(name).TwoFactor);
        using var right = await browser.SubmitAsync("/account", "off", ("offPassword", TestAccounts.Password));
        Assert.False(Account(name).TwoFactor);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/lists"));
        using var next = await _server.SignInAsync(name);
        Assert.Equal(HttpStatusCode.OK, await next.StatusAsync("/lists"));
    }

    [Fact]
    public async Task New_recovery_codes_take_the_place_of_the_old()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = await _server.SignInAsync(name);
        var (_, old) = await SetUpAsync(browser);
        using var answer = await browser.SubmitAsync("/account", "recovery", ("codesPassword", TestAccounts.Password));
        var codes = Authenticator.RecoveryCodesOf(await Browser.TextAsync(answer));
        Assert.Equal(10, codes.Except(old).Count());
    }

    private AccountLine Account(string name) => _server.Services.GetRequiredService<AccountTable>().FindByName(name)!;

    private static async Task<(string Secret, string[] Codes)> SetUpAsync(Browser browser)
    {
        using var begun = await browser.SubmitAsync("/account", "begin");
        var secret = Authenticator.SecretOf(await Browser.TextAsync(begun));
        using var confirmed = await browser.SubmitAsync("/account", "confirm", ("code", Authenticator.Code(secret)));
        return (secret, Authenticator.RecoveryCodesOf(await Browser.TextAsync(confirmed)));
    }

    private async Task<Browser> HalfAsync(string name, string leadsTo)
    {
        var browser = _server.Browser();
        using var answer = await browser.SubmitAsync("/login", "login", ("userName", name), ("password", TestAccounts.Password));
        Assert.Contains(leadsTo, $"{answer.Headers.Location}", StringComparison.Ordinal);
        return browser;
    }
}
