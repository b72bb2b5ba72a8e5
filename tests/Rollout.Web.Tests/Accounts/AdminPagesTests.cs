using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>What administrators do, through their pages.</summary>
public sealed class AdminPagesTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();
    private Browser _admin = null!;

    private AccountTable Table => _server.Services.GetRequiredService<AccountTable>();

    private SecurityLog Log => _server.Services.GetRequiredService<SecurityLog>();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _admin = await _server.SignInAsync(await _server.AccountAsync("admin", userName: "quantri"));
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task New_account_gets_a_link_by_which_its_person_enters()
    {
        using var made = await _admin.SubmitAsync(
            "/admin/users/new", "create", ("userName", "cantho1"), ("fullName", "Người dùng thử"), ("kind", "participant"), ("participants", "provinces-63/92"), ("participants", "provinces-63/94"),
            ("office", "Sở Tư pháp"), ("email", "thu@example.test"));
        var link = LinkIn(await Browser.TextAsync(made));
        var account = Table.FindByName("cantho1")!;
        Assert.Equal(("participant:provinces-63/92,provinces-63/94", "Sở Tư pháp", "thu@example.test", false), (account.Role, account.Office, account.Email, account.HasPassword));
        using var person = _server.Browser();
        using var set = await person.SubmitAsync(link, "set", ("password", TestAccounts.Password), ("again", TestAccounts.Password));
        using var session = await _server.SignInAsync("cantho1");
        var page = await _admin.TextAsync("/admin/users?text=so+tu+phap");
        Assert.Contains("cantho1", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">quantri</a></td>", page, StringComparison.Ordinal);
        Assert.Equal(("quantri", "role: participant:provinces-63/92,provinces-63/94"), Log.Read("account.created", "cantho1").Select(l => (l.By, l.Detail)).Single());
    }

    [Fact]
    public async Task Bad_account_is_refused_field_by_field_and_keeps_what_was_typed()
    {
        using var refused = await _admin.SubmitAsync(
            "/admin/users/new", "create", ("userName", "quantri"), ("fullName", ""), ("kind", "agency"), ("agency", "c07"), ("office", "Cục thử"), ("email", "không phải thư"));
        var page = await Browser.TextAsync(refused);
        Assert.Equal(4, page.Split("form-wrong").Length - 1);
        Assert.Contains("value=\"Cục thử\"", page, StringComparison.Ordinal);
        Assert.Single(Table.All());
    }

    [Fact]
    public async Task Edit_changes_the_role_ends_the_sessions_and_says_so_in_the_log()
    {
        var name = await _server.AccountAsync("reader");
        using var session = await _server.SignInAsync(name);
        using var saved = await _admin.SubmitAsync($"/admin/users/{Table.FindByName(name)!.Id}", "edit", ("fullName", "Tên mới"), ("kind", "agency"), ("agency", "btp"), ("office", "Cục thử"), ("email", ""));
        Assert.Equal("agency:btp", Table.FindByName(name)!.Role);
        Assert.Equal("fullName; role: reader → agency:btp; office", Log.Read("account.changed", name).Single().Detail);
        using var api = await session.GetAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, api.StatusCode);
    }

    [Fact]
    public async Task Disable_ends_the_sessions_and_enable_lets_them_in_again()
    {
        var name = await _server.AccountAsync("reader");
        var page = $"/admin/users/{Table.FindByName(name)!.Id}";
        using var session = await _server.SignInAsync(name);
        using var disabled = await _admin.SubmitAsync(page, "disable");
        Assert.Equal(HttpStatusCode.Redirect, await session.StatusAsync("/account"));
        using var enabled = await _admin.SubmitAsync(page, "enable");
        using var next = await _server.SignInAsync(name);
        Assert.Equal(["account.enabled", "account.disabled"], Log.Read(text: name).Where(l => l.By == "quantri").Select(l => l.Kind));
    }

    [Fact]
    public async Task Reset_takes_password_and_second_factor_and_gives_a_link()
    {
        var name = await _server.AccountAsync("reader");
        using var session = await _server.SignInAsync(name);
        using var begun = await session.SubmitAsync("/account", "begin");
        using var confirmed = await session.SubmitAsync("/account", "confirm", ("code", Authenticator.Code(Authenticator.SecretOf(await Browser.TextAsync(begun)))));
        Assert.True(Table.FindByName(name)!.TwoFactor);
        using var reset = await _admin.SubmitAsync($"/admin/users/{Table.FindByName(name)!.Id}", "reset");
        var link = LinkIn(await Browser.TextAsync(reset));
        Assert.Equal((false, false), (Table.FindByName(name)!.TwoFactor, Table.FindByName(name)!.HasPassword));
        Assert.Equal(HttpStatusCode.Redirect, await session.StatusAsync("/account"));
        using var person = _server.Browser();
        using var set = await person.SubmitAsync(link, "set", ("password", TestAccounts.Password), ("again", TestAccounts.Password));
        using var next = await _server.SignInAsync(name);
    }

    [Fact]
    public async Task Last_administrator_can_be_neither_disabled_nor_reset_nor_given_another_role()
    {
        var id = Table.FindByName("quantri")!.Id;
        foreach (var (form, fields) in ((string, (string, string)[])[])[("disable", []), ("reset", []), ("edit", [("fullName", "x"), ("kind", "reader")])])
        {
            using var answer = await _admin.SubmitAsync($"/admin/users/{id}", form, fields);
            Assert.Equal(("admin", null, true), (Table.Find(id)!.Role, Table.Find(id)!.DisabledAt, Table.Find(id)!.HasPassword));
        }
        // One who never chose a password could not let the others in again.
        using var invited = await _admin.SubmitAsync("/admin/users/new", "create", ("userName", "quantri2"), ("fullName", "Người dùng thử"), ("kind", "admin"));
        Assert.False(Table.Disable(id));
        await _server.AccountAsync("admin");
        Assert.True(Table.Disable(id));
    }

    [Fact]
    public async Task Two_administrators_who_disable_each_other_at_once_leave_one()
    {
        var (one, two) = (Table.FindByName("quantri")!.Id, Table.FindByName(await _server.AccountAsync("admin"))!.Id);
        var done = 0;
        Parallel.ForEach((string[])[one, two], id => { if (Table.Disable(id)) Interlocked.Increment(ref done); });
        Assert.Equal(1, done);
    }

    [Fact]
    public async Task List_is_shown_with_every_mistake_and_writes_nothing()
    {
        const string Csv = "userName,fullName,role,office,email\nmoi1,Người dùng thử,reader,,\nmoi1,Người dùng thử,agency:c07,,\nquantri,,\"participant:provinces-63/92,provinces-63/99\",,x\n";
        using var shown = await _admin.UploadAsync("/admin/users/import", "preview", "file", Csv);
        var page = await Browser.TextAsync(shown);
        Assert.Equal(6, page.Split("form-wrong").Length - 1);
        Assert.Contains("provinces-63/99", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"confirm\"", page, StringComparison.Ordinal);
        using var forced = await _admin.SubmitAsync("/admin/users/import", "confirm", ("csv", Csv));
        Assert.Single(Table.All());
    }

    [Fact]
    public async Task List_without_mistakes_makes_all_its_accounts_once_confirmed_and_gives_their_links()
    {
        const string Csv = "\uFEFFfullName,userName,role,office\r\n\"Người, dùng thử\",moi1,\"participant:provinces-63/92,provinces-63/94\",Sở Tư pháp\r\nNgười dùng thử,moi2,reader,\r\n";
        using var shown = await _admin.UploadAsync("/admin/users/import", "preview", "file", Csv);
        Assert.Contains("value=\"confirm\"", await Browser.TextAsync(shown), StringComparison.Ordinal);
        Assert.Single(Table.All());
        using var confirmed = await _admin.SendAsync("/admin/users/import", "/admin/users/import", "confirm", ("csv", Csv));
        var page = await Browser.TextAsync(confirmed);
        Assert.Equal(("Người, dùng thử", "participant:provinces-63/92,provinces-63/94"), (Table.FindByName("moi1")!.FullName, Table.FindByName("moi1")!.Role));
        var links = Encoding.UTF8.GetString(Convert.FromBase64String(page.Split("data:text/csv;base64,")[1].Split('"')[0])).TrimEnd().Split("\r\n");
        Assert.Equal(3, links.Length);
        Assert.NotNull(_server.Services.GetRequiredService<PasswordLinks>().AccountOf(links[2].Split('#')[1]));
    }

    [Fact]
    public async Task Account_that_fails_takes_those_before_it_in_the_list_with_it()
    {
        await using var session = _server.Services.GetRequiredService<UserDirectory>().Open();
        var made = await session.AllOrNothingAsync(async () =>
        {
            var results = new List<bool>();
            foreach (var name in (string[])["moi1", "moi2", "quantri"]) results.Add((await session.Users.CreateAsync(new() { UserName = name, FullName = "Người dùng thử", Role = "reader" })).Succeeded);
            Assert.Equal([true, true, false], results);
            return false;
        });
        Assert.False(made);
        Assert.Single(Table.All());
    }

    [Fact]
    public async Task Key_is_shown_once_used_and_revoked()
    {
        using var made = await _admin.SubmitAsync("/admin/keys", "create", ("name", "kho"), ("kind", "reader"));
        var key = System.Text.RegularExpressions.Regex.Match(await Browser.TextAsync(made), "rk_[0-9a-f]{64}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.DoesNotContain(key, await _admin.TextAsync("/admin/keys"), StringComparison.Ordinal);
        var keys = _server.Services.GetRequiredService<ApiKeys>();
        var line = keys.Find(key)!;
        Assert.Equal(("kho", "reader", "quantri", null), (line.Name, line.Role, line.CreatedBy, line.LastUsedAt));
        await keys.Used(line.Id);
        Assert.NotNull(keys.Find(key)!.LastUsedAt);
        using var revoked = await _admin.SubmitAsync("/admin/keys", $"revoke-{line.Id}");
        Assert.Null(keys.Find(key));
        Assert.Equal(["key.revoked", "key.created"], Log.Read(text: "kho").Where(l => l.By == "quantri").Select(l => l.Kind));
    }

    [Fact]
    public async Task Security_page_and_file_filter_by_kind_and_text()
    {
        Log.Write("removal", "=1+1", "quantri", "127.0.0.1", "lý do\nthử");
        var page = await _admin.TextAsync("/admin/security?kind=removal&text=LÝ".Replace("LÝ", "thử", StringComparison.Ordinal));
        Assert.Contains("lý do thử", page, StringComparison.Ordinal);
        var csv = await _admin.TextAsync("/admin/security.csv?kind=removal");
        Assert.Contains(",removal,'=1+1,quantri,127.0.0.1,lý do thử", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("signIn", csv, StringComparison.Ordinal);
    }

    private static string LinkIn(string page) => "/account/set-password#" + page.Split("/account/set-password#")[1][..64];
}
