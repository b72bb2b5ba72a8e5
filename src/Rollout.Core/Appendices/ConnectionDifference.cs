using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Appendices;

/// <summary>Where a document and the board differ of a participant and a system, and what an import would do about it.</summary>
/// <param name="Participant">Who.</param>
/// <param name="SystemKey">Key of the system.</param>
/// <param name="Document">What the document says.</param>
/// <param name="Board">What the board says of the document's date; null when it knows nothing.</param>
/// <param name="After">What it would say of that date after the import.</param>
/// <param name="Written">Steps that would be written.</param>
/// <param name="Left">Steps that would be left, each with why.</param>
public sealed record ConnectionDifference(
    Participant Participant, string SystemKey, ConnectionStatus Document, ConnectionStatus? Board, ConnectionStatus? After,
    ImmutableArray<string> Written, ImmutableArray<(StepKey Key, Message Why)> Left)
{
    /// <summary>Whether the board would agree with the document after the import.</summary>
    public bool Settled => After == Document;
}
