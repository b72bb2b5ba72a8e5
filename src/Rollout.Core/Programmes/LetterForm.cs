using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>The words of the letter that reminds (công văn đôn đốc), in the form of Nghị định 30/2020/NĐ-CP; the places of its sentences stand in braces. It names no person and no telephone.</summary>
/// <param name="Title">What the file is called.</param>
/// <param name="Agency">Who sends it, in capitals.</param>
/// <param name="Number">The line of its number, blank to be filled.</param>
/// <param name="Subject">What it is about: <c>{systems}</c>.</param>
/// <param name="Country">The country's name.</param>
/// <param name="Motto">The motto.</param>
/// <param name="Place">Place and date, blank to be filled: <c>{year}</c>.</param>
/// <param name="To">"Kính gửi".</param>
/// <param name="Addressees">To whom.</param>
/// <param name="AgencyAddressee">To an agency on which something waits: <c>{agency}</c>.</param>
/// <param name="Bases">What it rests on (căn cứ).</param>
/// <param name="Tally">"Tính đến ngày …": <c>{asOf} {phase}</c>.</param>
/// <param name="SystemStanding">Where a system stands: <c>{system} {completed} {total} {remaining}</c>.</param>
/// <param name="Request">The sentence that asks.</param>
/// <param name="NotCompleted">To those who have not completed.</param>
/// <param name="Completed">To those who have.</param>
/// <param name="Awaited">To the agencies on which something waits; its items are said once for each: <c>{agency}</c>.</param>
/// <param name="Unknown">To those of whom nothing is known.</param>
/// <param name="Contact">Whom to ask: an office, never a person.</param>
/// <param name="Thanks">The last sentence.</param>
/// <param name="RecipientsHead">"Nơi nhận:".</param>
/// <param name="Recipients">Who gets it; the last one is the archive.</param>
/// <param name="Signatures">The ways to sign; the first is the usual one.</param>
/// <param name="Appendix">The head of its phụ lục.</param>
public sealed record LetterForm(
    LocalizedText Title, LocalizedText Agency, LocalizedText Number, LocalizedText Subject, LocalizedText Country, LocalizedText Motto, LocalizedText Place,
    LocalizedText To, ImmutableArray<LocalizedText> Addressees, LocalizedText AgencyAddressee, ImmutableArray<LocalizedText> Bases, LocalizedText Tally,
    LocalizedText SystemStanding, LocalizedText Request, LetterSection NotCompleted, LetterSection Completed, LetterSection Awaited, LetterSection Unknown,
    LocalizedText Contact, LocalizedText Thanks, LocalizedText RecipientsHead, ImmutableArray<LocalizedText> Recipients,
    ImmutableArray<LetterSignature> Signatures, AppendixHead Appendix)
{
    /// <summary>The way to sign with a key; null when there is none.</summary>
    public LetterSignature? FindSignature(string key) => Signatures.FirstOrDefault(s => s.Key == key);
}
