using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;
using Rollout.Web.Guarding;

namespace Rollout.Web.Accounts;

/// <summary>
/// Sign-in by password and code. Every attempt is counted before it is looked at, so that many at once are no more than many in a row; what
/// failed is told to the security log alone.
/// </summary>
public sealed class SignInDesk(UserDirectory directory, AccountTable accounts, ApiKeys keys, HalfSignIn half, TwoFactorRule twoFactor, LiveAccess access, RequestLimits limits, SecurityLog log, TimeProvider time)
{
    private const string TokenPlace = "rollout";
    private const string LastStep = "lastStep";
    private const int CodeLength = 6;

    // Looking at a password costs a core a tenth of a second by design: however many knock, the other cores go on serving pages.
    private static readonly SemaphoreSlim Door = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The first step: name and password.</summary>
    public async Task<SignInStep> PasswordAsync(HttpContext http, string userName, string password)
    {
        if (!limits.TryName(http, userName, out var wait)) return TooMany(http, userName, wait);
        await Door.WaitAsync(http.RequestAborted);
        try
        {
            return await LookAsync(http, userName, password);
        }
        finally
        {
            Door.Release();
        }
    }

    /// <summary>The second step: a code of the app, or a recovery code.</summary>
    public async Task<SignInStep> CodeAsync(HttpContext http, string code)
    {
        if (await half.AccountAsync(http, SignInStep.Code) is not { } account) return SignInStep.Refused;
        if (!accounts.TryAttempt(account.Id)) return Fail(http, account, "locked");
        await using var session = directory.Open();
        if (await session.Users.FindByIdAsync(account.Id) is not { } user) return SignInStep.Refused;
        code = code.Replace(" ", "", StringComparison.Ordinal).Trim();
        if (code.Length == CodeLength && await IsFreshCodeAsync(session.Users, user, code)) return await CompleteAsync(http, account.Id, "code");
        if (code.Length > CodeLength && (await session.Users.RedeemTwoFactorRecoveryCodeAsync(user, code.ToUpperInvariant())).Succeeded)
        {
            log.Write(SecurityKinds.RecoveryUsed, account.UserName, account.UserName, Caller.AddressOf(http), $"left={await session.Users.CountRecoveryCodesAsync(user)}");
            return await CompleteAsync(http, account.Id, "recovery");
        }
        return Fail(http, account, "code");
    }

    /// <summary>The second way in: another system's key.</summary>
    public async Task<SignInStep> KeyAsync(HttpContext http, string key)
    {
        var found = keys.Find(key.Trim());
        if (found is null || LiveAccess.Principal(found, CookieAuthenticationDefaults.AuthenticationScheme) is not { } user)
        {
            log.Write(SecurityKinds.SignInFailed, "", "", Caller.AddressOf(http), "key");
            return SignInStep.Refused;
        }
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, access.Begun(user, null));
        log.Write(SecurityKinds.SignIn, found.Name, found.Name, Caller.AddressOf(http), "key");
        _ = keys.Used(found.Id);
        return SignInStep.Done;
    }

    /// <summary>Ends this session.</summary>
    public async Task SignOutAsync(HttpContext http)
    {
        if (Caller.Of(http) is { Name.Length: > 0 } caller) log.Write(SecurityKinds.SignOut, caller.Name, caller.Name, caller.Address, "");
        access.End(http.User);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>Signs an account in whose person has shown all that is wanted.</summary>
    internal async Task<SignInStep> CompleteAsync(HttpContext http, string accountId, string how)
    {
        accounts.SignedIn(accountId);
        var account = accounts.Find(accountId)!;
        await CookieAsync(http, account, null);
        await http.SignOutAsync(HalfSignIn.SchemeName);
        log.Write(SecurityKinds.SignIn, account.UserName, account.UserName, Caller.AddressOf(http), how);
        return SignInStep.Done;
    }

    /// <summary>Gives a session the cookie of the account as it is now: after a change that ended all of them, the one that made it goes on.</summary>
    internal Task RenewCookieAsync(HttpContext http, AccountLine account) => CookieAsync(http, account, http.User);

    private Task CookieAsync(HttpContext http, AccountLine account, ClaimsPrincipal? before)
    {
        var user = access.Begun(LiveAccess.Principal(account, CookieAuthenticationDefaults.AuthenticationScheme), before);
        http.User = user;
        return http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, user);
    }

    private async Task<SignInStep> LookAsync(HttpContext http, string userName, string password)
    {
        await using var session = directory.Open();
        var account = accounts.FindByName(userName);
        // Read before the attempt is counted: Identity writes back all it has read, and must not bring the count back with it.
        // A name that nobody has is looked up like any other, so that the answer takes as long.
        var user = await session.Users.FindByIdAsync(account?.Id ?? "");
        if (account is not { DisabledAt: null, HasPassword: true } || user is null || !accounts.TryAttempt(account.Id))
        {
            session.PretendToCheck(password);
            // What was typed as a name that nobody has may be a password in the wrong field: it is not kept.
            return Fail(http, account, account is null ? "unknown" : account.DisabledAt is not null ? "disabled" : !account.HasPassword ? "noPassword" : "locked");
        }
        if (!await session.Users.CheckPasswordAsync(user, password)) return Fail(http, account, "password");
        if (!account.TwoFactor && !twoFactor.Requires(account.Role)) return await CompleteAsync(http, account.Id, "password");

        accounts.GiveBack(account.Id);
        if (account.TwoFactor)
        {
            await HalfSignIn.BeginAsync(http, account, SignInStep.Code);
            return SignInStep.Code;
        }
        if (await session.Users.GetAuthenticatorKeyAsync(user) is null) await session.Users.ResetAuthenticatorKeyAsync(user);
        await HalfSignIn.BeginAsync(http, accounts.Find(account.Id)!, SignInStep.SetUp);
        return SignInStep.SetUp;
    }

    /// <summary>A code counts once, and none before it any more: who watched it being typed cannot use it again.</summary>
    internal async Task<bool> IsFreshCodeAsync(UserManager<Account> users, Account user, string code)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { } secret || OneTimeCode.StepOf(secret, code, time.GetUtcNow()) is not { } step) return false;
        if (long.TryParse(await users.GetAuthenticationTokenAsync(user, TokenPlace, LastStep), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && step <= last) return false;
        await users.SetAuthenticationTokenAsync(user, TokenPlace, LastStep, step.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private SignInStep TooMany(HttpContext http, string userName, TimeSpan wait)
    {
        var known = accounts.FindByName(userName)?.UserName ?? "";
        if (limits.IsNews(new(LimitedArea.SignIn, $"{known} {Caller.AddressOf(http)}"))) log.Write(SecurityKinds.LimitReached, known, "", Caller.AddressOf(http), "name");
        (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, RequestLimits.Header(wait));
        return SignInStep.TooMany;
    }

    private SignInStep Fail(HttpContext http, AccountLine? account, string why)
    {
        var address = Caller.AddressOf(http);
        log.Write(SecurityKinds.SignInFailed, account?.UserName ?? "", "", address, why);
        if (account is { LockedUntil: null } && accounts.Find(account.Id) is { LockedUntil: { } until } && until > time.GetUtcNow())
            log.Write(SecurityKinds.Locked, account.UserName, "", address, $"until={until:yyyy-MM-ddTHH:mm:ssZ}");
        return SignInStep.Refused;
    }
}
