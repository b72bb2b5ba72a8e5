using System.Collections.Immutable;
using Rollout.Core.Wording;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Moves;

/// <summary>What came of a move to another engine.</summary>
/// <param name="LedgerSeq">The ledger's last entry, the same on both sides.</param>
/// <param name="LedgerHash">Its hash.</param>
/// <param name="Tables">What every table holds, the same on both sides.</param>
/// <param name="Keys">How many keys of cookies went along.</param>
/// <param name="Why">Why nothing was moved.</param>
public sealed record MoveOutcome(long LedgerSeq, string LedgerHash, ImmutableArray<TableState> Tables, int Keys, Message? Why)
{
    /// <summary>Nothing was moved.</summary>
    internal static MoveOutcome No(string code, params ReadOnlySpan<string> facts) => new(0, "", [], 0, Message.Of(code, facts));
}
