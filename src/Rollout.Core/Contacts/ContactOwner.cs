using Rollout.Core.Participants;

namespace Rollout.Core.Contacts;

/// <summary>Whose contacts: a participant's, or an agency's.</summary>
/// <param name="Participant">The participant, if it is one.</param>
/// <param name="Agency">The agency's key, if it is one.</param>
public sealed record ContactOwner(ParticipantId? Participant, string? Agency)
{
    /// <summary>A participant.</summary>
    public static ContactOwner Of(ParticipantId participant) => new(participant, null);

    /// <summary>An agency.</summary>
    public static ContactOwner Of(string agency) => new(null, agency);

    /// <summary>The word under which its list is kept: <c>set/code</c> or the agency's key.</summary>
    public override string ToString() => Agency ?? Participant.ToString()!;
}
