using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Web.Guarding;

namespace Rollout.Web.Accounts;

/// <summary>
/// Who somebody is at this moment. A cookie or an open circuit only says who signed in once: before anything is written the account is asked
/// again, so that a disabled one, or one signed out everywhere, does nothing more. One small query past EF.
/// </summary>
public sealed class LiveAccess(AccountTable accounts, ApiKeys keys, TwoFactorRule twoFactor, EndedSessions ended, GuardSettings guard, TimeProvider time)
{
    // One claim says which account or key it is: forms are bound to it, and must outlive a new stamp.
    private const string WhoClaim = ClaimTypes.NameIdentifier;
    private const string StampClaim = "rollout:stamp";
    private const string SessionClaim = "rollout:session";
    private const string KeyPrefix = "key:";

    /// <summary>The person as the accounts have them now; null when nobody is signed in, or no longer.</summary>
    public Person? Now(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true } || IsOver(user)) return null;
        if (user.FindFirstValue(WhoClaim) is { } who && who.StartsWith(KeyPrefix, StringComparison.Ordinal))
            return long.TryParse(who.AsSpan(KeyPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && keys.Find(id) is { } found ? PersonOf(found) : null;
        return AccountOf(user) is { } account && !(twoFactor.Requires(account.Role) && !account.TwoFactor) ? PersonOf(account) : null;
    }

    /// <summary>The account of somebody signed in by password, if it may still be used; null for a key's.</summary>
    internal AccountLine? AccountOf(ClaimsPrincipal user) =>
        !IsOver(user) && user.FindFirstValue(WhoClaim) is { } id && accounts.Find(id) is { DisabledAt: null } account && account.Stamp == user.FindFirstValue(StampClaim) ? account : null;

    /// <summary>The same with its session: when it began, and a name of its own. However often a cookie is renewed, a session ends.</summary>
    /// <param name="user">What a cookie says.</param>
    /// <param name="before">The session that it goes on with; null for a new one.</param>
    internal ClaimsPrincipal Begun(ClaimsPrincipal user, ClaimsPrincipal? before)
    {
        var session = before?.FindFirstValue(SessionClaim)
            ?? string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeSeconds()}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
        ((ClaimsIdentity)user.Identity!).AddClaim(new(SessionClaim, session));
        return user;
    }

    /// <summary>Ends the session of a cookie, wherever a copy of it is.</summary>
    internal void End(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(SessionClaim) is { } session) ended.Add(session);
    }

    /// <summary>A key that is shown with each request has no session.</summary>
    private bool IsOver(ClaimsPrincipal user) =>
        user.FindFirstValue(SessionClaim) is { } session
        && (ended.Has(session) || !long.TryParse(session.AsSpan(0, Math.Max(0, session.IndexOf('.', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
            || time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(began) >= guard.SessionLongest);

    /// <summary>What a cookie says of an account.</summary>
    internal static ClaimsPrincipal Principal(AccountLine account, string scheme) =>
        Principal(PersonOf(account), scheme, new(WhoClaim, account.Id), new(StampClaim, account.Stamp));

    /// <summary>What a cookie or a request says of a key; null when its role is none.</summary>
    internal static ClaimsPrincipal? Principal(ApiKeyLine key, string scheme) =>
        PersonOf(key) is { } person ? Principal(person, scheme, new Claim(WhoClaim, string.Create(CultureInfo.InvariantCulture, $"{KeyPrefix}{key.Id}"))) : null;

    private static ClaimsPrincipal Principal(Person? person, string scheme, params Claim[] claims)
    {
        var identity = person?.Identity(scheme) ?? new ClaimsIdentity(scheme);
        identity.AddClaims(claims);
        return new(identity);
    }

    private static Person? PersonOf(AccountLine account) =>
        Mandate.TryParse(account.Role, out var mandate) ? new(account.UserName, account.FullName.Length > 0 ? account.FullName : account.UserName, mandate, account.Office) : null;

    private static Person? PersonOf(ApiKeyLine key) => Mandate.TryParse(key.Role, out var mandate) ? new(key.Name, key.Name, mandate, null) : null;
}
