namespace Rollout.Web.Api;

/// <summary>What somebody wants looked at now.</summary>
/// <param name="Participant">Code of a participant; all of them when absent.</param>
/// <param name="Phase">Key of a phase; all of them when absent.</param>
internal sealed record ProbeRunBody(string? Participant, string? Phase);
