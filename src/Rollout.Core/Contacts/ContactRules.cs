using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Contacts;

/// <summary>Who may read and write contacts, and what a list of them must look like.</summary>
public static class ContactRules
{
    /// <summary>How many lines a list may have.</summary>
    public const int MostLines = 30;

    /// <summary>The longest name, office or e-mail address.</summary>
    public const int LongestText = 120;

    /// <summary>The longest telephone number.</summary>
    public const int LongestPhone = 20;

    /// <summary>Whether a list may be read: by everybody who is known, and where one reads only the own rows, these and the agencies'.</summary>
    public static bool MayRead(Programme programme, Mandate? reader, ContactOwner owner) =>
        reader is not null && (owner.Agency is not null || reader.MayRead(programme, owner.Participant));

    /// <summary>Whether a list may be replaced: by those whose it is, and by nobody else, administrators and vendors included.</summary>
    public static bool MayWrite(Programme programme, Mandate? writer, ContactOwner owner) => writer switch
    {
        { Kind: ActorKind.Participant } => owner.Participant is { } participant && writer.IsOf(participant),
        { Kind: ActorKind.Agency } => owner.Agency is not null && owner.Agency == writer.Agency,
        { Kind: ActorKind.Monitor } => owner.Agency == programme.Lead,
        _ => false,
    };

    /// <summary>The lines with the spaces around what people typed taken away, an empty step as none.</summary>
    public static ImmutableArray<ContactLine> Trimmed(IEnumerable<ContactLine> lines) =>
        [.. lines.Select(l => new ContactLine(string.IsNullOrWhiteSpace(l.Step) ? null : l.Step.Trim(), l.FullName.Trim(), l.Office.Trim(), l.Phone.Trim(), l.Email.Trim()))];

    /// <summary>Everything that is wrong in a list, in order; nothing when it may be kept.</summary>
    public static ImmutableArray<ContactMistake> Check(Programme programme, ImmutableArray<ContactLine> lines)
    {
        var mistakes = ImmutableArray.CreateBuilder<ContactMistake>();
        if (lines.Length > MostLines) mistakes.Add(new(-1, "contacts", Message.Of("contact.tooMany", $"{lines.Length}", $"{MostLines}")));
        for (var i = 0; i < lines.Length; i++)
            foreach (var (field, message) in Check(programme, lines[i])) mistakes.Add(new(i, field, message));
        return mistakes.ToImmutable();
    }

    private static IEnumerable<(string Field, Message Message)> Check(Programme programme, ContactLine line)
    {
        if (line.Step is { } step && programme.FindStep(step) is null)
            yield return ("step", Message.Of("contact.step", step, string.Join(", ", programme.Steps.Select(s => s.Key))));
        if (line.FullName.Length == 0) yield return ("name", Message.Of("contact.name"));
        foreach (var (field, text) in new[] { ("name", line.FullName), ("office", line.Office), ("email", line.Email) })
        {
            if (text.Length > LongestText) yield return (field, Message.Of("contact.long", $"{LongestText}"));
            if (text.Any(char.IsControl)) yield return (field, Message.Of("contact.oneLine"));
        }
        if (line.Phone.Length == 0 && line.Email.Length == 0) yield return ("phone", Message.Of("contact.noWay"));
        if (line.Phone.Length > 0 && !IsPhone(line.Phone)) yield return ("phone", Message.Of("contact.phone", $"{LongestPhone}"));
        if (line.Email.Length > 0 && !IsEmail(line.Email)) yield return ("email", Message.Of("contact.email"));
    }

    private static bool IsPhone(string text) =>
        text.Length <= LongestPhone && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+');

    private static bool IsEmail(string text) => text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(char.IsWhiteSpace);
}
