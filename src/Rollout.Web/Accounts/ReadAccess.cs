using System.Security.Claims;

namespace Rollout.Web.Accounts;

/// <summary>Whether reading is open to everybody; notes, people's names and addresses stay closed even then.</summary>
/// <param name="Public">The setting <c>Access:PublicRead</c>.</param>
public sealed record ReadAccess(bool Public)
{
    /// <summary>Whether somebody may read state.</summary>
    public bool MayRead(ClaimsPrincipal user) => Public || IsKnown(user);

    /// <summary>Whether somebody may read what stays closed to the public.</summary>
    public static bool IsKnown(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;
}
