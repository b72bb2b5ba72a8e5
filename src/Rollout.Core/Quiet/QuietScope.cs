using Rollout.Core.Participants;
using Rollout.Core.Verification;

namespace Rollout.Core.Quiet;

/// <summary>Which checks are quiet. What is null holds for all.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Phase">In which phase.</param>
/// <param name="Role">Of which role: one target of each.</param>
/// <param name="SystemKey">Of which connected system.</param>
public sealed record QuietScope(ParticipantId? Participant, string? Phase, string? Role, string? SystemKey)
{
    /// <summary>Whether a check at a target is within it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="system">Key of the system whose probe it is; null when of none.</param>
    public bool Holds(ProbeTarget target, string? system) =>
        (Participant is null || Participant == target.Participant) && (Phase is null || Phase == target.Phase) && (Role is null || Role == target.Role)
        && (SystemKey is null || SystemKey == system);
}
