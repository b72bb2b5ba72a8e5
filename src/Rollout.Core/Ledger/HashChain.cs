using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rollout.Core.Wording;

namespace Rollout.Core.Ledger;

/// <summary>
/// The chain that shows whether the ledger was changed behind the program's back. The hash of an entry is the lower-case hexadecimal SHA-256
/// of this text in UTF-8, one field a line as <c>name=value</c>, each line ended by a line feed, absent fields left out, and in values
/// backslash, line feed and carriage return written as <c>\\</c>, <c>\n</c>, <c>\r</c>:
/// <code>
/// seq, at, recordedAt (milliseconds since 1970-01-01Z), programme, participant (set/code), phase, step, kind,
/// the event's own fields sorted by name with "e." before, actorKind, actorName, actorAgency, actorParticipant, actorOffice,
/// noteHash, previousHash
/// </code>
/// The hash before the first entry is 64 zeros.
/// </summary>
public static class HashChain
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>Gives a draft its place in the chain.</summary>
    public static LedgerEntry Seal(EntryDraft draft, long seq, string previousHash) => new(seq, draft, previousHash, Hash(draft, seq, previousHash));

    /// <summary>Whether an entry is what was written, and stands behind the one before it.</summary>
    public static bool Holds(LedgerEntry entry, long previousSeq, string previousHash) =>
        entry.Seq == previousSeq + 1 && entry.PreviousHash == previousHash && entry.Hash == Hash(entry.Draft, entry.Seq, entry.PreviousHash);

    /// <summary>The text that is hashed.</summary>
    public static string CanonicalText(EntryDraft draft, long seq, string previousHash)
    {
        var text = new StringBuilder(512);
        Line(text, "seq", seq.ToString(CultureInfo.InvariantCulture));
        Line(text, "at", draft.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Line(text, "recordedAt", draft.RecordedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Line(text, "programme", draft.Programme);
        Line(text, "participant", draft.Participant.ToString());
        Line(text, "phase", draft.Phase);
        Line(text, "step", draft.Step);
        Line(text, "kind", EventFields.KindOf(draft.Event));
        foreach (var (name, value) in EventFields.Of(draft.Event)) Line(text, "e." + name, value);
        Line(text, "actorKind", Words.Of(draft.Actor.Kind));
        Line(text, "actorName", draft.Actor.Name);
        Line(text, "actorAgency", draft.Actor.Agency);
        Line(text, "actorParticipant", draft.Actor.Participant?.ToString());
        Line(text, "actorOffice", draft.Actor.Office);
        Line(text, "noteHash", draft.NoteHash);
        Line(text, "previousHash", previousHash);
        return text.ToString();
    }

    private static string Hash(EntryDraft draft, long seq, string previousHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(draft, seq, previousHash))));

    private static void Line(StringBuilder text, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        if (value.AsSpan().IndexOfAny('\\', '\n', '\r') >= 0) value = value.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");
        text.Append(name).Append('=').Append(value).Append('\n');
    }
}
