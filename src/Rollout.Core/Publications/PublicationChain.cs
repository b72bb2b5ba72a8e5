using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>
/// The chain of what happened to publications, made as the ledger's is (<see cref="HashChain"/>): the lower-case hexadecimal SHA-256 of these
/// fields in UTF-8, one a line as <c>name=value</c>, each line ended by a line feed, absent fields left out, backslash, line feed and
/// carriage return in values written as <c>\\</c>, <c>\n</c>, <c>\r</c>:
/// <code>
/// seq, at (milliseconds since 1970-01-01Z), programme, publication, kind, fields (as kept), actorKind, actorName, actorAgency, actorOffice,
/// noteHash, previousHash
/// </code>
/// The hash before the first entry is 64 zeros.
/// </summary>
public static class PublicationChain
{
    /// <summary>Gives an event its place.</summary>
    public static PublicationEntry Seal(
        long seq, string previousHash, DateTimeOffset at, string programme, long publication, PublicationEvent happened, Actor actor, string? noteHash)
    {
        var entry = new PublicationEntry(
            seq, at, programme, publication, PublicationEventJson.KindOf(happened), PublicationEventJson.Write(happened), actor, noteHash, previousHash, "");
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>Whether an entry is what was written, and stands behind the one before it.</summary>
    public static bool Holds(PublicationEntry entry, long previousSeq, string previousHash) =>
        entry.Seq == previousSeq + 1 && entry.PreviousHash == previousHash && entry.Hash == HashOf(entry);

    private static string HashOf(PublicationEntry entry)
    {
        var text = new StringBuilder(512);
        Line("seq", entry.Seq.ToString(CultureInfo.InvariantCulture));
        Line("at", entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Line("programme", entry.Programme);
        Line("publication", entry.Publication.ToString(CultureInfo.InvariantCulture));
        Line("kind", entry.Kind);
        Line("fields", entry.Fields);
        Line("actorKind", Words.Of(entry.Actor.Kind));
        Line("actorName", entry.Actor.Name);
        Line("actorAgency", entry.Actor.Agency);
        Line("actorOffice", entry.Actor.Office);
        Line("noteHash", entry.NoteHash);
        Line("previousHash", entry.PreviousHash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        void Line(string name, string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            text.Append(name).Append('=').Append(value.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r")).Append('\n');
        }
    }
}
