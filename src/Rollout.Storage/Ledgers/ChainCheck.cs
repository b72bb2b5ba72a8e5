using Rollout.Core.Ledger;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Ledgers;

/// <summary>Walks the whole hash chain.</summary>
public sealed class ChainCheck(SqliteDatabase database)
{
    /// <summary>Checks every entry from the first.</summary>
    /// <returns>How many hold, and the first that does not; null when all do.</returns>
    public (long Count, long? BrokenAt) Run(CancellationToken ct)
    {
        using var connection = database.Connect();
        var (seq, hash) = (0L, HashChain.Genesis);
        var entries = LedgerTable.Read(connection, "1 = 1 ORDER BY seq").GetEnumerator();
        try
        {
            while (entries.MoveNext())
            {
                ct.ThrowIfCancellationRequested();
                var entry = entries.Current;
                if (!HashChain.Holds(entry, seq, hash)) return (seq, seq + 1);
                (seq, hash) = (entry.Seq, entry.Hash);
            }
        }
        catch (FormatException)
        {
            // Damaged beyond reading: the entry after the last good one.
            return (seq, seq + 1);
        }
        finally
        {
            entries.Dispose();
        }
        return (seq, null);
    }
}
