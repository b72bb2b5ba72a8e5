using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>Links that work once, for a day.</summary>
public sealed class LinksTests : IAsyncLifetime
{
    private const string Better = "một mật khẩu dài hơn";
    private readonly TestTime _time = new();
    private readonly RunningServer _server;

    public LinksTests() => _server = new() { PublicRead = false, Configure = b => b.Services.AddSingleton<TimeProvider>(_time) };

    private AccountTable Table => _server.Services.GetRequiredService<AccountTable>();

    private Invitations Invitations => _server.Services.GetRequiredService<Invitations>();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        // The server's own link is made in the background, and would end those of a test.
        await _server.Services.GetServices<IHostedService>().OfType<SetupAnnouncement>().Single().ExecuteTask!;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task First_administrator_is_made_by_a_link_that_works_once()
    {
        var link = Link();
        using var browser = _server.Browser();
        using var wrong = await browser.SubmitAsync(link, "setup", ("userName", "quan tri"), ("fullName", ""), ("password", "ngắn"), ("again", "ngắn"));
        var page = await Browser.TextAsync(wrong);
        Assert.Equal(3, page.Split("form-wrong").Length - 1);
        Assert.Contains("value=\"quan tri\"", page, StringComparison.Ordinal);
        Assert.False(Table.Any());
        using var right = await browser.SubmitAsync(link, "setup", ("userName", "quantri"), ("fullName", "Quản trị thử"), ("password", Better), ("again", Better));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        using var admin = await _server.SignInAsync("quantri", Better);
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/admin"));
        Assert.DoesNotContain("<form class=\"form\"", await browser.TextAsync(link), StringComparison.Ordinal);
        Assert.Null(_server.Services.GetRequiredService<FirstAdministrator>().NewLink("http://x"));
    }

    [Fact]
    public async Task New_link_ends_the_one_before_and_a_day_ends_every_link()
    {
        using var browser = _server.Browser();
        var (old, link) = (Link(), Link());
        Assert.DoesNotContain("<form class=\"form\"", await browser.TextAsync(old), StringComparison.Ordinal);
        Assert.Contains("<form class=\"form\"", await browser.TextAsync(link), StringComparison.Ordinal);
        _time.Advance(Invitations.Lifetime);
        Assert.DoesNotContain("<form class=\"form\"", await browser.TextAsync(link), StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"setup\"", await browser.TextAsync("/setup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_of_a_password_makes_no_administrator_and_the_other_way_round()
    {
        var account = Table.FindByName(await _server.AccountAsync("reader"))!;
        var first = _server.Services.GetRequiredService<FirstAdministrator>();
        Assert.False(first.Works(Invitations.Create(account.Id)));
        Assert.Null(_server.Services.GetRequiredService<PasswordLinks>().AccountOf(Invitations.Create(null)));
    }

    [Fact]
    public async Task Password_link_sets_a_password_once_and_ends_every_session()
    {
        var name = await _server.AccountAsync("reader");
        using var session = await _server.SignInAsync(name);
        var link = PasswordLinks.Path(Invitations.Create(Table.FindByName(name)!.Id));
        using var browser = _server.Browser();
        using var wrong = await browser.SubmitAsync(link, "set", ("password", "ngắn"), ("again", "ngắn"));
        Assert.Contains("form-wrong", await Browser.TextAsync(wrong), StringComparison.Ordinal);
        using var right = await browser.SubmitAsync(link, "set", ("password", Better), ("again", Better));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await session.StatusAsync("/lists"));
        using var next = await _server.SignInAsync(name, Better);
        Assert.DoesNotContain("<form class=\"form\"", await browser.TextAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_link_is_over_after_a_day_after_a_newer_one_and_for_a_disabled_account()
    {
        var links = _server.Services.GetRequiredService<PasswordLinks>();
        var id = Table.FindByName(await _server.AccountAsync("reader"))!.Id;
        var (old, token) = (Invitations.Create(id), Invitations.Create(id));
        Assert.Null(links.AccountOf(old));
        Assert.NotNull(links.AccountOf(token));
        Table.Disable(id);
        Assert.Null(links.AccountOf(token));
        Table.Enable(id);
        _time.Advance(Invitations.Lifetime);
        Assert.Null(links.AccountOf(token));
        Assert.Null(links.AccountOf(null));
        Assert.False(Invitations.TryUse(token));
    }

    private string Link() => _server.Services.GetRequiredService<FirstAdministrator>().NewLink("")!;
}
