using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;
using Rollout.Web.Accounts;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>What the security log keeps, and what it must never hold.</summary>
public sealed class SecurityLogTests : IAsyncLifetime
{
    private readonly RunningServer _server = new() { PublicRead = false };

    private SecurityLog Log => _server.Services.GetRequiredService<SecurityLog>();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Refused_pages_and_unknown_keys_are_kept_with_their_address()
    {
        var name = await _server.AccountAsync("reader");
        using var browser = await _server.SignInAsync(name);
        Assert.Equal(HttpStatusCode.Forbidden, await browser.StatusAsync("/admin/users"));
        var refused = Log.Read("access.refused").Single();
        Assert.Equal(("/admin/users", name, "127.0.0.1", "GET 403"), (refused.Subject, refused.By, refused.Address, refused.Detail));

        using var stranger = new HttpClient { BaseAddress = _server.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", "rk_wrong") } };
        for (var i = 0; i < 3; i++)
        {
            using var answer = await stranger.GetAsync(new Uri("/api/v1/programmes/lien-thong/board", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        Assert.Single(Log.Read("key.unknown"));
    }

    [Fact]
    public async Task Nothing_secret_stands_in_it()
    {
        const string Better = "một mật khẩu dài hơn";
        var name = await _server.AccountAsync("admin");
        using var browser = await _server.SignInAsync(name);
        using var failed = _server.Browser();
        using var wrong = await failed.SubmitAsync("/login", "login", ("userName", TestAccounts.Password), ("password", "mật khẩu gõ nhầm"));
        using var byKey = await failed.SubmitAsync("/login", "key", ("key", "rk_nham"));
        using var made = await browser.SubmitAsync("/admin/users/new", "create", ("userName", "moi1"), ("fullName", "Người dùng thử"), ("kind", "reader"));
        var token = (await Browser.TextAsync(made)).Split("/account/set-password#")[1][..64];
        using var set = await failed.SubmitAsync(PasswordLinks.Path(token), "set", ("password", Better), ("again", Better));
        using var keyed = await browser.SubmitAsync("/admin/keys", "create", ("name", "kho"), ("kind", "reader"));
        var key = (await Browser.TextAsync(keyed)).Split("value=\"rk_")[1][..64];
        using var begun = await browser.SubmitAsync("/account", "begin");
        var secret = Authenticator.SecretOf(await Browser.TextAsync(begun));
        using var on = await browser.SubmitAsync("/account", "confirm", ("code", Authenticator.Code(secret)));
        var codes = Authenticator.RecoveryCodesOf(await Browser.TextAsync(on));
        var text = string.Join('\n', Log.Read(most: 1000).Select(l => $"{l}"));
        Assert.Contains("secondFactor.on", text, StringComparison.Ordinal);
        foreach (var one in (string[])[TestAccounts.Password, Better, "mật khẩu gõ nhầm", "rk_nham", token, key, secret, .. codes]) Assert.DoesNotContain(one, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_never_changed_and_hold_one_line_of_bounded_length()
    {
        Log.Write("removal", new string('x', 10_000), "a\r\nb", "", "");
        var line = Log.Read("removal").Single();
        Assert.InRange(line.Subject.Length, 1, 600);
        Assert.Equal("a  b", line.By);
        using var connection = _server.Services.GetRequiredService<RolloutDatabase>().Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE security_log SET kind = 'x'";
        Assert.Throws<SqliteException>(() => { command.ExecuteNonQuery(); });
    }

    [Fact]
    public void Pages_of_it_follow_each_other()
    {
        for (var i = 0; i < 5; i++) Log.Write("removal", $"{i}", "", "", "");
        var first = Log.Read("removal", most: 3);
        Assert.Equal(["4", "3", "2"], first.Select(l => l.Subject));
        Assert.Equal(["1", "0"], Log.Read("removal", before: first[^1].Id, most: 3).Select(l => l.Subject));
    }
}
