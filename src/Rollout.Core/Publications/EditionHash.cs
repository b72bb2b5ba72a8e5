using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rollout.Core.Ledger;

namespace Rollout.Core.Publications;

/// <summary>
/// The chain of issued editions of a programme. An edition's hash is the lower-case hexadecimal SHA-256 of these lines in UTF-8, each ended by
/// a line feed: what it prints, the ledger it rests on, the letter it went out with, and the edition issued before it (64 zeros before the
/// first).
/// <code>
/// content=HASH of the canonical content
/// ledgerSeq=N
/// ledgerHash=HASH
/// number=TEXT
/// date=yyyy-MM-dd
/// previous=HASH
/// </code>
/// </summary>
public static class EditionHash
{
    /// <summary>What stands before the first edition.</summary>
    public static string Genesis => HashChain.Genesis;

    /// <summary>The hash of an edition.</summary>
    public static string Of(PublicationEvent.DraftSubmitted frozen, string number, DateOnly date, string previous)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"content={CanonicalContent.Hash(frozen.Content)}\nledgerSeq={frozen.LedgerSeq}\nledgerHash={frozen.LedgerHash}\nnumber={number}\ndate={date:yyyy-MM-dd}\nprevious={previous}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The hash of the last edition of a programme.</summary>
    public static string Last(IEnumerable<Publication> publications) => InOrder(publications).LastOrDefault()?.Letter!.Hash ?? Genesis;

    /// <summary>The first edition of a programme that is not what was issued; null when all are.</summary>
    public static Publication? FirstBroken(IEnumerable<Publication> publications)
    {
        var previous = Genesis;
        foreach (var edition in InOrder(publications))
        {
            var letter = edition.Letter!;
            if (letter.PreviousHash != previous || edition.Frozen is null || letter.Hash != Of(edition.Frozen, letter.Number, letter.Date, previous)) return edition;
            previous = letter.Hash;
        }
        return null;
    }

    // Chained as they were written; two within the same millisecond stand in the order of their links.
    private static IEnumerable<Publication> InOrder(IEnumerable<Publication> publications)
    {
        var left = publications.Where(p => p.Letter is not null).OrderBy(p => p.IssuedAt).ThenBy(p => p.Id).ToList();
        for (var previous = Genesis; left.Count > 0;)
        {
            var next = left.Find(p => p.Letter!.PreviousHash == previous) ?? left[0];
            left.Remove(next);
            previous = next.Letter!.Hash;
            yield return next;
        }
    }
}
