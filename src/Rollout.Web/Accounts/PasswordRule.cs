using Rollout.Core.Wording;

namespace Rollout.Web.Accounts;

/// <summary>What a password must be: long, and not the name it stands beside. Said beside every field that asks for a new one.</summary>
public static class PasswordRule
{
    /// <summary>The least number of characters.</summary>
    public const int Least = 12;

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    public static Message? Mistake(string password, string userName) =>
        password.Length < Least ? Message.Of("password.short", $"{Least}")
        : password.Trim().Equals(userName.Trim(), StringComparison.OrdinalIgnoreCase) ? Message.Of("password.isName")
        : password.Length > 200 ? Message.Of("password.long", "200")
        : null;

    /// <summary>What is wrong with a new password and its repetition, by field.</summary>
    public static IEnumerable<FieldMistake> Mistakes(string password, string again, string userName)
    {
        if (Mistake(password, userName) is { } mistake) yield return new("password", mistake);
        else if (password != again) yield return new("again", Message.Of("password.differs"));
    }
}
