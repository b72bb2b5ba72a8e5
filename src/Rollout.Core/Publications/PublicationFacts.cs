using System.Collections.Immutable;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;

namespace Rollout.Core.Publications;

/// <summary>What a decision about a publication rests on beside the publication itself.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="All">Every publication of the programme.</param>
/// <param name="Now">The present.</param>
public sealed record PublicationFacts(Programme Programme, ImmutableArray<Publication> All, DateTimeOffset Now)
{
    /// <summary>The lists as of the plan's instant, known now; needed to submit.</summary>
    public StatusLists? Lists { get; init; }

    /// <summary>The ledger's last entry and its hash.</summary>
    public (long Seq, string Hash) Head { get; init; } = (0, Ledger.HashChain.Genesis);
}
