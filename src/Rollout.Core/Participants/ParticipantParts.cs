using System.Collections.Immutable;

namespace Rollout.Core.Participants;

/// <summary>Whom of an earlier set a participant took over.</summary>
/// <param name="Set">Key of the earlier set.</param>
/// <param name="Codes">Their codes within it.</param>
public sealed record ParticipantParts(string Set, ImmutableArray<string> Codes);
