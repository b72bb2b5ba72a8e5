using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>Reads where steps were blocked and where they went on: few among many, with an index of their own.</summary>
public sealed class ObstacleReader(RolloutDatabase database)
{
    /// <summary>Beginnings and ends of obstacles after a seq, ascending.</summary>
    public ImmutableArray<LedgerEntry> After(string programme, long after)
    {
        using var connection = database.Connect();
        // The condition is that of the partial index, word for word: otherwise the whole ledger would be walked.
        return [.. LedgerTable.Read(
            connection,
            $"""
            kind = 'status' AND ({database.Holds("fields", "'\"to\":\"blocked\"'")} OR {database.Holds("fields", "'\"from\":\"blocked\"'")})
            AND programme = @programme AND seq > @after ORDER BY seq
            """,
            ("@programme", programme), ("@after", after))];
    }
}
