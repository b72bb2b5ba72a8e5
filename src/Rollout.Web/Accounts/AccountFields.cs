using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Web.Accounts;

/// <summary>What an administrator says of an account.</summary>
/// <param name="UserName">The name one signs in with.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="Role">The role as a word.</param>
/// <param name="Office">The office; may be empty.</param>
/// <param name="Email">The address; may be empty.</param>
public sealed record AccountFields(string UserName, string FullName, string Role, string Office, string Email)
{
    private const int Longest = 200;

    /// <summary>What is wrong with them, apart from a name that is taken.</summary>
    public IEnumerable<FieldMistake> Mistakes(MandateCheck mandates)
    {
        if (UserName.Length is < 2 or > 64 || !UserName.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '@' or '+'))
            yield return new("userName", Message.Of("account.userName", UserName));
        if (FullName.Length is 0 or > Longest) yield return new("fullName", Message.Of("account.fullName", $"{Longest}"));
        if (mandates.Mistake(Role) is { } mistake) yield return new("role", mistake);
        if (Office.Length > Longest) yield return new("office", Message.Of("account.long", $"{Longest}"));
        if (Email.Length > 0 && (Email.Length > Longest || !System.Net.Mail.MailAddress.TryCreate(Email, out var mail) || mail.Address != Email))
            yield return new("email", Message.Of("account.email", Email));
    }

    /// <summary>The same without spaces around.</summary>
    public AccountFields Trimmed() => new(UserName.Trim(), FullName.Trim(), Role.Trim(), Office.Trim(), Email.Trim());

    /// <summary>The names of the fields that differ from an account's, for the security log.</summary>
    internal ImmutableArray<string> ChangedFrom(Storage.Accounts.AccountLine account)
    {
        var changed = ImmutableArray.CreateBuilder<string>();
        if (FullName != account.FullName) changed.Add("fullName");
        if (Role != account.Role) changed.Add($"role: {account.Role} → {Role}");
        if (Office != account.Office) changed.Add("office");
        if (Email != account.Email) changed.Add("email");
        return changed.ToImmutable();
    }
}
