using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Boards;

/// <summary>The rows of those whom one successor took over. It says where each of them stood; of the successor itself it says nothing.</summary>
/// <param name="Successor">Who took them over.</param>
/// <param name="Parts">Those it took over that stand on the board, in official order.</param>
/// <param name="Summary">The numbers of the parts together: how many of them, never whether the successor.</param>
public sealed record SuccessorGroup(Participant Successor, ImmutableArray<SuccessorPart> Parts, BoardSummary Summary);
