using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Database;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>Second factors as the database keeps them.</summary>
public sealed class SecretStoreTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Database_alone_gives_away_neither_the_secret_of_an_app_nor_a_recovery_code()
    {
        var (_, secret, codes, _) = await SetUpAsync();
        var kept = Kept();
        Assert.Contains("AuthenticatorKey", kept, StringComparison.Ordinal);
        Assert.Contains("RecoveryCodes", kept, StringComparison.Ordinal);
        foreach (var one in (string[])[secret, .. codes]) Assert.DoesNotContain(one, kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Recovery_codes_written_before_they_were_hashed_and_secrets_before_they_were_encrypted_still_work_once()
    {
        var (name, secret, _, _) = await SetUpAsync();
        Execute("UPDATE account_user_tokens SET value = 'AAAAA-BBBBB;CCCCC-DDDDD' WHERE name = 'RecoveryCodes'");
        Execute($"UPDATE account_user_tokens SET value = '{secret}' WHERE name = 'AuthenticatorKey'");
        foreach (var (code, status) in ((string, HttpStatusCode)[])[("CCCCC-DDDDD", HttpStatusCode.Redirect), ("CCCCC-DDDDD", HttpStatusCode.OK), ("EEEEE-FFFFF", HttpStatusCode.OK)])
            Assert.Equal(status, await EnterAsync(name, code));
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(name, Authenticator.Code(secret, 1)));
    }

    [Fact]
    public async Task Secret_whose_keys_are_lost_opens_nothing_and_a_recovery_code_still_does()
    {
        var (name, secret, codes, _) = await SetUpAsync();
        Execute("UPDATE account_user_tokens SET value = 'p1.CfDJ8Ig' WHERE name = 'AuthenticatorKey'");
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(name, Authenticator.Code(secret, 1)));
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(name, codes[3]));
    }

    [Fact]
    public async Task Code_that_was_used_and_every_one_before_it_opens_nothing_any_more()
    {
        var (name, secret, _, first) = await SetUpAsync();
        var second = Authenticator.Code(secret, 1);
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(name, first));
        Assert.Equal(HttpStatusCode.Redirect, await EnterAsync(name, second));
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(name, second));
        Assert.Equal(HttpStatusCode.OK, await EnterAsync(name, first));
    }

    private async Task<(string Name, string Secret, string[] Codes, string Used)> SetUpAsync()
    {
        var name = await server.AccountAsync("reader");
        using var browser = await server.SignInAsync(name);
        using var begun = await browser.SubmitAsync("/account", "begin");
        var secret = Authenticator.SecretOf(await Browser.TextAsync(begun));
        var code = Authenticator.Code(secret);
        using var confirmed = await browser.SubmitAsync("/account", "confirm", ("code", code));
        return (name, secret, Authenticator.RecoveryCodesOf(await Browser.TextAsync(confirmed)), code);
    }

    private async Task<HttpStatusCode> EnterAsync(string name, string code)
    {
        using var browser = server.Browser();
        (await browser.SubmitAsync("/login", "login", ("userName", name), ("password", TestAccounts.Password))).Dispose();
        using var answer = await browser.SubmitAsync("/login/code", "code", ("code", code));
        return answer.StatusCode;
    }

    private string Kept()
    {
        using var connection = server.Services.GetRequiredService<RolloutDatabase>().Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(name || '=' || value, char(10)) FROM account_user_tokens";
        return (string)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var connection = server.Services.GetRequiredService<RolloutDatabase>().Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
