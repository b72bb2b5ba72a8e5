using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Appendices;

/// <summary>A row of a document beside the same row of the board.</summary>
/// <param name="Definition">The row.</param>
/// <param name="Both">Who stands in both.</param>
/// <param name="OnlyInDocument">Who stands only in the document.</param>
/// <param name="OnlyOnBoard">Who stands only on the board.</param>
public sealed record ListComparison(
    StatusListDefinition Definition, ImmutableArray<Participant> Both, ImmutableArray<Participant> OnlyInDocument, ImmutableArray<Participant> OnlyOnBoard)
{
    /// <summary>Whether the two say the same.</summary>
    public bool Agrees => OnlyInDocument.IsEmpty && OnlyOnBoard.IsEmpty;
}
