using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Rollout.Core.Wording;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;

namespace Rollout.Web.Accounts;

/// <summary>What people do to their own account. A change that matters ends every other session; the one that made it goes on.</summary>
public sealed class OwnAccount(UserDirectory directory, AccountTable accounts, LiveAccess access, SignInDesk desk, HalfSignIn half, PasswordRule passwords, SecurityLog log)
{
    private const int RecoveryCodeCount = 10;

    /// <summary>The account of who is signed in; null for a key, and when nobody is.</summary>
    public AccountLine? Of(HttpContext http) => access.Now(http.User) is null ? null : access.AccountOf(http.User);

    /// <summary>Changes the password.</summary>
    public async Task<ImmutableArray<FieldMistake>> ChangePasswordAsync(HttpContext http, string current, string password, string again)
    {
        if (Of(http) is not { } account) return SignedOut;
        if (passwords.Mistakes(password, again, account.UserName).ToImmutableArray() is { IsEmpty: false } mistakes) return mistakes;
        await using var session = directory.Open();
        if (await CheckedAsync(session, account, current) is not { } user) return [new("current", Message.Of("password.wrong"))];
        var changed = await session.Users.ChangePasswordAsync(user, current, password);
        if (!changed.Succeeded) return [new("password", Message.Of("password.refused", string.Join(" ", changed.Errors.Select(e => e.Code))))];
        await GoOnAsync(http, account, SecurityKinds.PasswordChanged);
        return [];
    }

    /// <summary>Makes a new secret for an app; it holds once a code of it was shown.</summary>
    public async Task BeginSecondFactorAsync(HttpContext http)
    {
        if (Of(http) is not { TwoFactor: false } account) return;
        await using var session = directory.Open();
        await session.Users.ResetAuthenticatorKeyAsync((await session.Users.FindByIdAsync(account.Id))!);
        await desk.RenewCookieAsync(http, accounts.Find(account.Id)!);
    }

    /// <summary>The secret that is being set up.</summary>
    public async Task<string?> SecretAsync(AccountLine account)
    {
        await using var session = directory.Open();
        return account.TwoFactor ? null : await session.Users.GetAuthenticatorKeyAsync((await session.Users.FindByIdAsync(account.Id))!);
    }

    /// <summary>Turns the second factor on, when the code is one of the app's, and gives recovery codes; null when it is not.</summary>
    public async Task<IReadOnlyList<string>?> ConfirmSecondFactorAsync(HttpContext http, string code)
    {
        var (own, waiting) = (Of(http), await half.AccountAsync(http, SignInStep.SetUp));
        if ((own ?? waiting) is not { TwoFactor: false } account) return null;
        await using var session = directory.Open();
        var user = (await session.Users.FindByIdAsync(account.Id))!;
        if (!accounts.TryAttempt(account.Id)) return null;
        if (!await desk.IsFreshCodeAsync(session.Users, user, code.Replace(" ", "", StringComparison.Ordinal).Trim())) return null;
        accounts.GiveBack(account.Id);
        await session.Users.SetTwoFactorEnabledAsync(user, true);
        var codes = await session.Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount);
        log.Write(SecurityKinds.SecondFactorOn, account.UserName, account.UserName, Caller.AddressOf(http), "");
        if (own is null) await desk.CompleteAsync(http, account.Id, "setUp");
        else await desk.RenewCookieAsync(http, accounts.Find(account.Id)!);
        return [.. codes!];
    }

    /// <summary>New recovery codes in the place of the old; null when the password is wrong.</summary>
    public async Task<IReadOnlyList<string>?> NewRecoveryCodesAsync(HttpContext http, string password)
    {
        if (Of(http) is not { TwoFactor: true } account) return null;
        await using var session = directory.Open();
        if (await CheckedAsync(session, account, password) is not { } user) return null;
        var codes = await session.Users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount);
        log.Write(SecurityKinds.RecoveryCodes, account.UserName, account.UserName, Caller.AddressOf(http), "");
        return [.. codes!];
    }

    /// <summary>Turns the second factor off.</summary>
    public async Task<ImmutableArray<FieldMistake>> TurnOffSecondFactorAsync(HttpContext http, string password)
    {
        if (Of(http) is not { } account) return SignedOut;
        await using var session = directory.Open();
        if (await CheckedAsync(session, account, password) is not { } user) return [new("offPassword", Message.Of("password.wrong"))];
        await session.Users.SetTwoFactorEnabledAsync(user, false);
        await session.Users.ResetAuthenticatorKeyAsync(user);
        await GoOnAsync(http, account, SecurityKinds.SecondFactorOff);
        return [];
    }

    /// <summary>Ends every session, this one too.</summary>
    public async Task SignOutEverywhereAsync(HttpContext http)
    {
        if (Of(http) is not { } account) return;
        accounts.Renew(account.Id);
        log.Write(SecurityKinds.SignOutEverywhere, account.UserName, account.UserName, Caller.AddressOf(http), "");
        await desk.SignOutAsync(http);
    }

    private static ImmutableArray<FieldMistake> SignedOut { get; } = [new("", Message.Of("access.signedOut"))];

    /// <summary>The account of somebody who knows its password; a wrong one counts as an attempt, as at the door.</summary>
    private async Task<Account?> CheckedAsync(UserSession session, AccountLine account, string password)
    {
        // Read before the attempt is counted: Identity writes back all it has read, and must not bring the count back with it.
        var user = (await session.Users.FindByIdAsync(account.Id))!;
        if (!accounts.TryAttempt(account.Id) || !await session.Users.CheckPasswordAsync(user, password)) return null;
        accounts.GiveBack(account.Id);
        return user;
    }

    private async Task GoOnAsync(HttpContext http, AccountLine account, string kind)
    {
        log.Write(kind, account.UserName, account.UserName, Caller.AddressOf(http), "");
        await desk.RenewCookieAsync(http, accounts.Find(account.Id)!);
    }
}
