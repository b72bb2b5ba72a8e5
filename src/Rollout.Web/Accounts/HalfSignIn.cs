using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>
/// Somebody whose password was right and whose second factor is still wanted: a short cookie of its own, which opens the second step and
/// nothing else.
/// </summary>
public sealed class HalfSignIn(AccountTable accounts)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Half";

    private const string Stamp = "stamp";
    private const string Step = "step";

    /// <summary>Leads to the second step.</summary>
    internal static Task BeginAsync(HttpContext http, AccountLine account, SignInStep step) => http.SignInAsync(
        SchemeName,
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id), new(Stamp, account.Stamp), new(Step, $"{step}")], SchemeName)));

    /// <summary>Whose second step this is; null when it is nobody's, or the account changed since.</summary>
    public async Task<AccountLine?> AccountAsync(HttpContext http, SignInStep step) =>
        (await http.AuthenticateAsync(SchemeName)).Principal is { } half && half.FindFirstValue(Step) == $"{step}"
        && accounts.Find(half.FindFirstValue(ClaimTypes.NameIdentifier) ?? "") is { DisabledAt: null } account && account.Stamp == half.FindFirstValue(Stamp)
            ? account
            : null;
}
