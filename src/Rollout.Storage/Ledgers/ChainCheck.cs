using Rollout.Core.Ledger;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>Walks the whole hash chain.</summary>
public sealed class ChainCheck(RolloutDatabase database)
{
    /// <summary>Checks every entry from the first.</summary>
    /// <returns>How many hold, and the first that does not; null when all do.</returns>
    public (long Count, long? BrokenAt) Run(CancellationToken ct)
    {
        using var connection = database.Connect();
        var (count, brokenAt) = (0L, (long?)null);
        foreach (var entry in ChainWalk.From(connection, 0, HashChain.Genesis, at => brokenAt = at))
        {
            ct.ThrowIfCancellationRequested();
            count = entry.Seq;
        }
        return (count, brokenAt);
    }
}
