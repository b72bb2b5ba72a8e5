using System.Data.Common;
using Rollout.Core.Ledger;

namespace Rollout.Storage.Ledgers;

/// <summary>Walks the chain from a place that is known to hold, as far as it goes on holding.</summary>
internal static class ChainWalk
{
    /// <summary>The entries behind a place, up to the first that is missing, changed or damaged beyond reading.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="seq">The place; 0 for the beginning.</param>
    /// <param name="hash">The hash there.</param>
    /// <param name="broken">Told the first place that does not hold; never called when all do.</param>
    public static IEnumerable<LedgerEntry> From(DbConnection connection, long seq, string hash, Action<long> broken)
    {
        // From the beginning everything is looked at, so that an entry slipped in before the first is found too.
        using var entries = LedgerTable.Read(connection, "seq > @after ORDER BY seq", ("@after", seq == 0 ? long.MinValue : seq)).GetEnumerator();
        while (Next(entries, out var entry))
        {
            if (entry is null || !HashChain.Holds(entry, seq, hash))
            {
                broken(seq + 1);
                yield break;
            }
            (seq, hash) = (entry.Seq, entry.Hash);
            yield return entry;
        }
    }

    /// <summary>Whether there is another entry; null when it cannot be read.</summary>
    private static bool Next(IEnumerator<LedgerEntry> entries, out LedgerEntry? entry)
    {
        entry = null;
        try
        {
            if (!entries.MoveNext()) return false;
            entry = entries.Current;
        }
        catch (FormatException)
        {
            // There is an entry, but what it says cannot be made out.
        }
        return true;
    }
}
