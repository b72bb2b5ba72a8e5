using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>Accounts of provinces that were joined are bound to the successor: seen before, ticked, all or none, in the log.</summary>
public sealed class AccountSuccessionTests : IAsyncLifetime
{
    private const string Path = "/api/v1/accounts/successions";
    private const string Page = "/admin/users/successors";
    private readonly RunningServer _server = new();

    private AccountTable Table => _server.Services.GetRequiredService<AccountTable>();

    private SecurityLog Log => _server.Services.GetRequiredService<SecurityLog>();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var (name, role) in ((string, string)[])
            [("soctrang", "participant:provinces-63/94"), ("mien", "participant:provinces-63/92,provinces-63/93"), ("moi", "participant:provinces-34/92"), ("doc", "reader")])
            await _server.AccountAsync(role, userName: name);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Preview_names_each_account_before_and_after_and_writes_nothing()
    {
        using var admin = _server.With("admin");
        var answer = await RunningServer.JsonAsync(await admin.GetAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(
            ["mien participant:provinces-63/92,provinces-63/93 → participant:provinces-34/92", "soctrang participant:provinces-63/94 → participant:provinces-34/92"],
            answer.GetProperty("accounts").EnumerateArray().Select(a => $"{a.GetProperty("userName")} {a.GetProperty("role")} → {a.GetProperty("newRole")}"));
        Assert.Equal("participant:provinces-63/94", Table.FindByName("soctrang")!.Role);
    }

    [Fact]
    public async Task Chosen_accounts_are_bound_their_sessions_end_and_the_log_keeps_it()
    {
        using var session = await _server.SignInAsync("soctrang");
        using var answer = await BindAsync("admin", ("soctrang", null));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("participant:provinces-34/92", "participant:provinces-63/92,provinces-63/93"), (Table.FindByName("soctrang")!.Role, Table.FindByName("mien")!.Role));
        Assert.Equal("role: participant:provinces-63/94 → participant:provinces-34/92", Log.Read("account.changed", "soctrang").Single().Detail);
        Assert.Equal(HttpStatusCode.Redirect, await session.StatusAsync("/account"));
    }

    [Fact]
    public async Task One_that_was_changed_meanwhile_keeps_the_others_as_they_are()
    {
        using var stale = await BindAsync("admin", ("soctrang", null), ("mien", "participant:provinces-63/92"));
        Assert.Equal((HttpStatusCode.Conflict, "rebinding.stale"), (stale.StatusCode, await CodeAsync(stale)));
        using var none = await BindAsync("admin");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "rebinding.none"), (none.StatusCode, await CodeAsync(none)));
        using var other = await BindAsync("admin", ("moi", null));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("participant:provinces-63/94", Table.FindByName("soctrang")!.Role);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("monitor", HttpStatusCode.Forbidden)]
    [InlineData("agency:c06", HttpStatusCode.Forbidden)]
    [InlineData("participant:provinces-63/94", HttpStatusCode.Forbidden)]
    [InlineData("vendor:provinces-63/94", HttpStatusCode.Forbidden)]
    [InlineData("approver", HttpStatusCode.Forbidden)]
    [InlineData("reader", HttpStatusCode.Forbidden)]
    public async Task Nobody_but_administrators_sees_or_binds(string? role, HttpStatusCode status)
    {
        using var client = role is null ? new HttpClient { BaseAddress = _server.Client.BaseAddress } : _server.With(role);
        using var seen = await client.GetAsync(new Uri(Path, UriKind.Relative), TestContext.Current.CancellationToken);
        using var bound = await BindAsync(role, ("soctrang", null));
        Assert.Equal((status, status), (seen.StatusCode, bound.StatusCode));
        Assert.Equal("participant:provinces-63/94", Table.FindByName("soctrang")!.Role);
    }

    [Fact]
    public async Task Page_shows_ticks_and_binds_what_is_ticked()
    {
        using var admin = await _server.SignInAsync(await _server.AccountAsync("admin", userName: "quantri"));
        Assert.Contains(Page, await admin.TextAsync("/admin/users"), StringComparison.Ordinal);
        var page = await admin.TextAsync(Page);
        Assert.Equal(2, page.Split("type=\"checkbox\"").Length - 1);
        Assert.Contains("Sóc Trăng", page, StringComparison.Ordinal);
        using var nothing = await admin.SubmitAsync(Page, "bind");
        Assert.Contains("Chưa chọn tài khoản nào.", await Browser.TextAsync(nothing), StringComparison.Ordinal);
        var mien = Table.FindByName("mien")!;
        using var done = await admin.SubmitAsync(Page, "bind", ("accounts", $"{mien.Id} {mien.Role}"));
        Assert.Contains("Đã chuyển 1 tài khoản.", await Browser.TextAsync(done), StringComparison.Ordinal);
        Assert.Equal(("participant:provinces-34/92", "participant:provinces-63/94"), (Table.FindByName("mien")!.Role, Table.FindByName("soctrang")!.Role));
    }

    private async Task<HttpResponseMessage> BindAsync(string? role, params (string Name, string? Role)[] accounts)
    {
        using var client = role is null ? new HttpClient { BaseAddress = _server.Client.BaseAddress } : _server.With(role);
        var body = new { accounts = accounts.Select(a => Table.FindByName(a.Name)!).Zip(accounts, (found, a) => new { id = found.Id, role = a.Role ?? found.Role }) };
        return await client.PostAsJsonAsync(new Uri(Path, UriKind.Relative), body, TestContext.Current.CancellationToken);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await RunningServer.JsonAsync(answer)).GetProperty("code").GetString();
}
