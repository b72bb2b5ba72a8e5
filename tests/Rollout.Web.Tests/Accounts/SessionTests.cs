using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>A session lives as long as its account lets it, and no request longer.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly RunningServer _server = new() { PublicRead = false };

    private AccountTable Table => _server.Services.GetRequiredService<AccountTable>();

    private LiveAccess Live => _server.Services.GetRequiredService<LiveAccess>();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_at_once()
    {
        var name = await _server.AccountAsync("reader");
        using var first = await _server.SignInAsync(name);
        using var second = await _server.SignInAsync(name);
        using var answer = await first.SubmitAsync("/account", "everywhere");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        foreach (var browser in (Browser[])[first, second]) Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/lists"));
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_keeps_this_one()
    {
        const string Better = "một mật khẩu dài hơn";
        var name = await _server.AccountAsync("reader");
        using var first = await _server.SignInAsync(name);
        using var second = await _server.SignInAsync(name);
        using var wrong = await first.SubmitAsync("/account", "password", ("current", "sai"), ("password", Better), ("again", Better));
        Assert.Equal(HttpStatusCode.OK, await second.StatusAsync("/lists"));
        using var right = await first.SubmitAsync("/account", "password", ("current", TestAccounts.Password), ("password", Better), ("again", Better));
        Assert.Equal(HttpStatusCode.OK, await first.StatusAsync("/lists"));
        Assert.Equal(HttpStatusCode.Redirect, await second.StatusAsync("/lists"));
        using var next = await _server.SignInAsync(name, Better);
        // The form that stands on the page after the change still works.
        using var again = await first.SubmitAsync("/account", "password", ("current", Better), ("password", TestAccounts.Password), ("again", TestAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, await first.StatusAsync("/lists"));
    }

    [Theory]
    [InlineData("ngắn", "ngắn"), InlineData("một mật khẩu dài hơn", "một mật khẩu khác hẳn"), InlineData("ten-dang-nhap-dai", "ten-dang-nhap-dai")]
    public async Task Bad_new_password_changes_nothing(string password, string again)
    {
        var name = await _server.AccountAsync("reader", userName: "ten-dang-nhap-dai");
        using var browser = await _server.SignInAsync(name);
        using var answer = await browser.SubmitAsync("/account", "password", ("current", TestAccounts.Password), ("password", password), ("again", again));
        Assert.Contains("form-wrong", await Browser.TextAsync(answer), StringComparison.Ordinal);
        using var next = await _server.SignInAsync(name);
    }

    [Fact]
    public async Task Disabled_account_does_nothing_more_by_page_api_or_circuit()
    {
        var name = await _server.AccountAsync("participant:provinces-63/92", "Sở Tư pháp");
        using var browser = await _server.SignInAsync(name);
        var user = Principal(name);
        Assert.Equal("Sở Tư pháp", Live.Now(user)!.Office);
        Assert.True(Table.Disable(Table.FindByName(name)!.Id));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/lists"));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusAsync("/api/v1/programmes/lien-thong/status-lists"));
        Assert.Null(Live.Now(user));
        using var again = _server.Browser();
        using var answer = await again.SubmitAsync("/login", "login", ("userName", name), ("password", TestAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Table.Enable(Table.FindByName(name)!.Id);
        Assert.Null(Live.Now(user));
        using var opened = await _server.SignInAsync(name);
    }

    [Fact]
    public async Task Live_access_says_what_the_accounts_say_now()
    {
        var name = await _server.AccountAsync("reader");
        var user = Principal(name);
        var account = Table.FindByName(name)!;
        Assert.Equal(ActorKind.Reader, Live.Now(user)!.Mandate.Kind);
        Assert.True(Table.Edit(account.Id, "Tên mới", "reader", "Văn phòng", ""));
        Assert.Equal(("Tên mới", "Văn phòng"), (Live.Now(user)!.FullName, Live.Now(user)!.Office));
        Assert.True(Table.Edit(account.Id, "Tên mới", "monitor", "Văn phòng", ""));
        Assert.Null(Live.Now(user));
        Assert.Null(Live.Now(null));
        Assert.Null(Live.Now(new(new ClaimsIdentity())));
        // Claims alone are nobody: whoever is signed in stands in the accounts or among the keys.
        Assert.Null(Live.Now(new(new Person("x", "x", Core.Steps.Mandate.TryParse("admin", out var mandate) ? mandate : throw new InvalidOperationException(), null).Identity("x"))));
    }

    [Fact]
    public void Revoked_key_is_nobody_any_more()
    {
        var keys = _server.Services.GetRequiredService<ApiKeys>();
        var key = keys.Find(keys.Create("kho", "monitor"))!;
        var user = LiveAccess.Principal(key, "x")!;
        Assert.Equal("kho", Live.Now(user)!.Name);
        keys.Revoke(key.Id);
        Assert.Null(Live.Now(user));
    }

    private ClaimsPrincipal Principal(string name) => LiveAccess.Principal(Table.FindByName(name)!, "x");
}
