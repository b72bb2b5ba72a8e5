using Rollout.Core.Participants;

namespace Rollout.Core.Verification;

/// <summary>An address of a participant in a phase's environment, with the role that probes ask for.</summary>
/// <param name="Id">Number under which samples are kept.</param>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Participant">Whose.</param>
/// <param name="Phase">Key of the phase.</param>
/// <param name="Role">The role; one target a role.</param>
/// <param name="Url">The address.</param>
public sealed record ProbeTarget(long Id, string Programme, ParticipantId Participant, string Phase, string Role, Uri Url);
