using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>The accounts of the demo: there, and nowhere else.</summary>
public sealed class DemoAccountsTests
{
    private static readonly string[] Expected = ["vpcp", "duyet", "c06", "btp", "ndxp", "cantho", "soctrang", "nhathau-soctrang", "lanhdao", "admin"];

    [Fact]
    public async Task Demo_lists_its_accounts_and_each_enters_with_one_press()
    {
        await using var server = new RunningServer { DemoSpeed = 3600 };
        await server.InitializeAsync();
        var table = server.Services.GetRequiredService<AccountTable>();
        // Nothing wakes before somebody comes to the sign-in page.
        Assert.False(table.Any());
        using var visitor = server.Browser();
        Assert.Contains("href=\"/login?back=", await visitor.TextAsync("/lists"), StringComparison.Ordinal);
        var page = await visitor.TextAsync("/login");
        var demo = server.Services.GetRequiredService<DemoAccounts>();
        Assert.Contains(demo.Password, page, StringComparison.Ordinal);
        Assert.Equal(Expected, demo.All.Select(a => a.UserName));
        Assert.Equal(Expected.Order(StringComparer.Ordinal), table.All().Select(a => a.UserName).Order(StringComparer.Ordinal));
        foreach (var account in demo.All)
        {
            Assert.Contains(account.FullName, page, StringComparison.Ordinal);
            using var browser = server.Browser();
            using var answer = await browser.SubmitAsync("/login", $"demo-{account.UserName}", ("userName", account.UserName), ("password", demo.Password));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(account.UserName == "admin" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await browser.StatusAsync("/admin"));
        }
        using var first = await visitor.GetAsync("/setup");
        Assert.False(server.Services.GetRequiredService<FirstAdministrator>().Works("x"));
    }

    [Fact]
    public async Task Server_without_the_demo_has_none_of_them()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var visitor = server.Browser();
        var page = await visitor.TextAsync("/login");
        Assert.DoesNotContain("demo-accounts", page, StringComparison.Ordinal);
        Assert.Null(server.Services.GetService<DemoAccounts>());
        Assert.False(server.Services.GetRequiredService<AccountTable>().Any());
    }
}
