namespace Rollout.Core.Verification;

/// <summary>The words for whose fault it is; any other owner is the key of an agency.</summary>
public static class FaultOwner
{
    /// <summary>The participant's own information system.</summary>
    public const string ParticipantSystem = "participantSystem";

    /// <summary>The participant's Security Server.</summary>
    public const string ParticipantGateway = "participantGateway";

    /// <summary>Our network, or our missing rights.</summary>
    public const string Self = "self";

    /// <summary>Whether it is the participant's own: only these move its streak (rule 4).</summary>
    public static bool IsParticipants(string owner) => owner is ParticipantSystem or ParticipantGateway;
}
