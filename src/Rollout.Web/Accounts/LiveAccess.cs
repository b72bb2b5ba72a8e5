using System.Security.Claims;

namespace Rollout.Web.Accounts;

/// <summary>
/// Who somebody is at this moment. A cookie or an open circuit only says who signed in once: before anything is written the account is asked
/// again, so that a disabled one, or one signed out everywhere, does nothing more.
/// </summary>
public sealed class LiveAccess
{
    /// <summary>The person as the accounts have them now; null when nobody is signed in, or no longer.</summary>
    public Person? Now(ClaimsPrincipal? user) => Person.Of(user);
}
