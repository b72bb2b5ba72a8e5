using System.Collections.Immutable;
using Rollout.Core.Wording;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;

namespace Rollout.Web.Accounts;

/// <summary>The first account of an installation: made by whoever can read the console of its server, by a link that works once.</summary>
public sealed class FirstAdministrator(AccountTable accounts, Invitations invitations, UserDirectory directory, MandateCheck mandates, PasswordRule passwords, SecurityLog log, TimeProvider time)
{
    private const string Role = "admin";

    /// <summary>A new link, which ends the one before; null when there is an account already.</summary>
    public string? NewLink(string url) => accounts.Any() ? null : $"{url.TrimEnd('/')}/setup#{invitations.Create(null)}";

    /// <summary>Whether a token of such a link still works.</summary>
    public bool Works(string? token) => !accounts.Any() && invitations.Find(token) is { Works: true, AccountId: null };

    /// <summary>Makes the administrator and uses the link up.</summary>
    public async Task<ImmutableArray<FieldMistake>> CreateAsync(HttpContext http, string? token, string userName, string fullName, string password, string again)
    {
        var fields = new AccountFields(userName, fullName, Role, "", "").Trimmed();
        if (!Works(token)) return [new("", Message.Of("link.over"))];
        var mistakes = fields.Mistakes(mandates).Concat(passwords.Mistakes(password, again, fields.UserName)).ToImmutableArray();
        if (!mistakes.IsEmpty) return mistakes;
        if (!invitations.TryUse(token)) return [new("", Message.Of("link.over"))];
        await using var session = directory.Open();
        var account = new Account { UserName = fields.UserName, FullName = fields.FullName, Role = Role, CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds() };
        var made = await session.Users.CreateAsync(account, password);
        if (!made.Succeeded) return [new("password", Message.Of("password.refused", string.Join(" ", made.Errors.Select(e => e.Code))))];
        log.Write(SecurityKinds.Created, fields.UserName, "", Caller.AddressOf(http), "role: admin; setup");
        return [];
    }
}
