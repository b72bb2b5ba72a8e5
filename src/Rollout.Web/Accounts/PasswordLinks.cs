using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Rollout.Core.Wording;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>The one-time links by which people set their own password: nobody else ever types or sees it.</summary>
public sealed class PasswordLinks(UserDirectory directory, AccountTable accounts, Invitations invitations, PasswordRule passwords, SecurityLog log)
{
    /// <summary>Where a token leads; it stands behind the #, which a browser keeps to itself.</summary>
    public static string Path(string token) => $"/account/set-password#{token}";

    /// <summary>The account whose password a token sets; null when it does not work any more.</summary>
    public AccountLine? AccountOf(string? token) =>
        invitations.Find(token) is { Works: true, AccountId: { } id } && accounts.Find(id) is { DisabledAt: null } account ? account : null;

    /// <summary>Sets the password and uses the link up.</summary>
    public async Task<ImmutableArray<FieldMistake>> SetAsync(HttpContext http, string? token, string password, string again)
    {
        if (AccountOf(token) is not { } account) return [new("", Message.Of("link.over"))];
        if (passwords.Mistakes(password, again, account.UserName).ToImmutableArray() is { IsEmpty: false } mistakes) return mistakes;
        if (!invitations.TryUse(token)) return [new("", Message.Of("link.over"))];
        await using var session = directory.Open();
        var user = (await session.Users.FindByIdAsync(account.Id))!;
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        await session.Users.RemovePasswordAsync(user);
        var added = await session.Users.AddPasswordAsync(user, password);
        if (!added.Succeeded) return [new("password", Message.Of("password.refused", string.Join(" ", added.Errors.Select(e => e.Code))))];
        log.Write(SecurityKinds.PasswordSet, account.UserName, account.UserName, Caller.AddressOf(http), "");
        return [];
    }
}
