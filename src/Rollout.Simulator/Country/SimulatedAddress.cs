namespace Rollout.Simulator;

/// <summary>Where a participant's service can be reached.</summary>
/// <param name="Participant">Its code.</param>
/// <param name="Environment">The environment's key.</param>
/// <param name="Role">The service's role.</param>
/// <param name="Kind"><c>http</c>, <c>xroad</c>, <c>health</c> or <c>dossier</c>.</param>
/// <param name="Url">The whole address of an http service; of an xroad service the provider, <c>/r1/instance/class/member/subsystem</c>, below
/// which its services stand.</param>
/// <param name="From">When the participant hands the address out: not later than its service comes up.</param>
public sealed record SimulatedAddress(string Participant, string Environment, string Role, string Kind, Uri Url, DateTimeOffset From);
