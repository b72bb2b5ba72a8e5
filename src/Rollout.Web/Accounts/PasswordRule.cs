using System.Collections.Frozen;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Web.Accounts;

/// <summary>
/// What a password must be: long, not the name it stands beside, and not made of what everybody would try first: common passwords, and the names
/// of this product, its programmes and their agencies. Said beside every field that asks for a new one.
/// </summary>
public sealed class PasswordRule(ProgrammeCatalog catalog)
{
    /// <summary>The least number of characters.</summary>
    public const int Least = 12;

    private const int Most = 200, ShortestWord = 3;

    private static readonly string[] Usual = ["rollout", "matkhau", "password", "admin", "quantri", "vietnam", "chinhphu", "vanphong"];

    private readonly Lazy<FrozenSet<string>> _words = new(() => Words(catalog));

    /// <summary>What is wrong with a new password and its repetition, by field.</summary>
    public IEnumerable<FieldMistake> Mistakes(string password, string again, string userName)
    {
        if (Mistake(password, userName) is { } mistake) yield return new("password", mistake);
        else if (password != again) yield return new("again", Message.Of("password.differs"));
    }

    private Message? Mistake(string password, string userName) =>
        password.Length < Least ? Message.Of("password.short", $"{Least}")
        : password.Trim().Equals(userName.Trim(), StringComparison.OrdinalIgnoreCase) ? Message.Of("password.isName")
        : password.Length > Most ? Message.Of("password.long", $"{Most}")
        : GuessablePasswords.Holds(password, _words.Value.Append(GuessablePasswords.Plain(userName)).ToHashSet(StringComparer.Ordinal)) ? Message.Of("password.guessable")
        : null;

    private static FrozenSet<string> Words(ProgrammeCatalog catalog) => catalog.All.Select(i => i.Programme)
        .SelectMany(p => p.Organisations.SelectMany(o => o.Names.SelectMany(n => (string[])[n.Full.Default, n.Short.Default]).Append(o.Key)).Concat(p.Systems.Select(s => s.Key)).Append(p.Key))
        .Concat(Usual).Select(GuessablePasswords.Plain).Where(w => w.Length >= ShortestWord).ToFrozenSet(StringComparer.Ordinal);
}
