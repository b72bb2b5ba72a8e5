using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>One of those whom a successor took over.</summary>
/// <param name="Row">Its row of the board.</param>
/// <param name="Summary">Its numbers alone.</param>
public sealed record SuccessorPart(ParticipantProgress Row, BoardSummary Summary);
