using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>What one check needs to know.</summary>
/// <param name="Definition">The check as the programme declares it.</param>
/// <param name="Target">Where to look.</param>
/// <param name="EverPassed">Whether we have ever passed here: before that, refusals are our missing rights (rule 4).</param>
/// <param name="Secrets">The installation's secrets by name, null for one that it lacks; asked for header values <c>secret:NAME</c>.</param>
public sealed record ProbeRequest(ProbeDefinition Definition, ProbeTarget Target, bool EverPassed, Func<string, string?> Secrets);
