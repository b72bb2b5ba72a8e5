using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>Sessions end by themselves, and old lines of the log go.</summary>
public sealed class SessionLifeTests : IAsyncLifetime
{
    private readonly TestTime _time = new();
    private readonly RunningServer _server;

    public SessionLifeTests() => _server = new() { PublicRead = false, Configure = b => b.Services.AddSingleton<TimeProvider>(_time) };

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Session_in_which_nothing_is_asked_ends_after_twelve_hours()
    {
        using var browser = await _server.SignInAsync(await _server.AccountAsync("reader"));
        _time.Advance(TimeSpan.FromHours(11.9));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/lists"));
        _time.Advance(TimeSpan.FromHours(12.1));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/lists"));
    }

    [Fact]
    public async Task Session_ends_after_a_day_however_busy_it_was_and_by_key_too()
    {
        var name = await _server.AccountAsync("reader");
        var keys = _server.Services.GetRequiredService<ApiKeys>();
        using var busy = await _server.SignInAsync(name);
        using var byKey = _server.Browser();
        (await byKey.SubmitAsync("/login", "key", ("key", keys.Create("kho", "reader")))).Dispose();
        for (var hour = 0; hour < 23; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            foreach (var browser in (Browser[])[busy, byKey]) Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/lists"));
        }
        // A change that gives a new cookie gives no new day.
        (await busy.SubmitAsync("/account", "password", ("current", TestAccounts.Password), ("password", "một mật khẩu dài hơn"), ("again", "một mật khẩu dài hơn"))).Dispose();
        Assert.Equal(HttpStatusCode.OK, await busy.StatusAsync("/lists"));
        _time.Advance(TimeSpan.FromHours(1));
        foreach (var browser in (Browser[])[busy, byKey]) Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/lists"));
    }

    [Fact]
    public async Task Copy_of_a_cookie_opens_nothing_once_its_person_has_signed_out()
    {
        using var browser = await _server.SignInAsync(await _server.AccountAsync("reader"));
        var copy = browser.Cookies["rollout"]!.Value;
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var thief = new HttpClient(handler) { BaseAddress = _server.Client.BaseAddress, DefaultRequestHeaders = { { "Cookie", $"rollout={copy}" } } };
        foreach (var status in (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.Redirect])
        {
            using var answer = await thief.GetAsync(new Uri("/lists", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
            if (status == HttpStatusCode.OK) (await browser.PostAsync("/account", "/logout")).Dispose();
        }
    }

    [Fact]
    public void Lines_of_the_log_go_when_they_are_two_years_old_and_the_log_says_so()
    {
        var log = _server.Services.GetRequiredService<SecurityLog>();
        log.Write("removal", "old", "", "", "");
        _time.Advance(TimeSpan.FromDays(700));
        log.Write("removal", "young", "", "", "");
        _time.Advance(TimeSpan.FromDays(31));
        _server.Services.GetRequiredService<LogKeeping>().Prune();
        Assert.Equal(["young"], log.Read("removal").Select(l => l.Subject));
        Assert.StartsWith("1 before ", log.Read("log.pruned").Single().Detail, StringComparison.Ordinal);
        _server.Services.GetRequiredService<LogKeeping>().Prune();
        Assert.Single(log.Read("log.pruned"));
    }
}
