using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>The words of the letter that asks for missing reports (công văn đôn đốc), in the form of Nghị định 30/2020/NĐ-CP. It names no person and no telephone.</summary>
/// <param name="Title">What the file is called.</param>
/// <param name="Agency">Who sends it, in capitals.</param>
/// <param name="Number">The line of its number, blank to be filled.</param>
/// <param name="Subject">What it is about: <c>{reports}</c>.</param>
/// <param name="Country">The country's name.</param>
/// <param name="Motto">The motto.</param>
/// <param name="Place">Place and date, blank to be filled: <c>{year}</c>.</param>
/// <param name="To">"Kính gửi".</param>
/// <param name="Addressees">To whom.</param>
/// <param name="Bases">What it rests on (căn cứ).</param>
/// <param name="Tally">"Tính đến ngày …": <c>{asOf} {copy}</c>.</param>
/// <param name="ReportTally">Where a report stands: <c>{report} {received} {late} {missing} {unknown} {total}</c>.</param>
/// <param name="Request">The sentence that asks.</param>
/// <param name="Missing">To those who have not handed in.</param>
/// <param name="Unknown">To those of whom nothing is known: they may have.</param>
/// <param name="Contact">Whom to ask: an office, never a person.</param>
/// <param name="Thanks">The last sentence.</param>
/// <param name="RecipientsHead">"Nơi nhận:".</param>
/// <param name="Recipients">Who gets it; the last one is the archive.</param>
/// <param name="Signatures">The ways to sign; the first is the usual one.</param>
/// <param name="Appendix">The head of its phụ lục.</param>
public sealed record CollectionLetter(
    LocalizedText Title, LocalizedText Agency, LocalizedText Number, LocalizedText Subject, LocalizedText Country, LocalizedText Motto, LocalizedText Place,
    LocalizedText To, ImmutableArray<LocalizedText> Addressees, ImmutableArray<LocalizedText> Bases, LocalizedText Tally, LocalizedText ReportTally,
    LocalizedText Request, LetterSection Missing, LetterSection Unknown, LocalizedText Contact, LocalizedText Thanks, LocalizedText RecipientsHead,
    ImmutableArray<LocalizedText> Recipients, ImmutableArray<LetterSignature> Signatures, AppendixHead Appendix)
{
    /// <summary>The way to sign with a key; null when there is none.</summary>
    public LetterSignature? FindSignature(string key) => Signatures.FirstOrDefault(s => s.Key == key);
}
