using Rollout.Core.Programmes;
using Rollout.Core.Verification;
using Rollout.Storage.Samples;

namespace Rollout.Web.Reading;

/// <summary>What one probe of a step has seen of a participant.</summary>
/// <param name="Probe">The probe.</param>
/// <param name="Target">Where it looks; null when there is no address for it.</param>
/// <param name="Last">Its last results, newest first.</param>
public sealed record SeenProbe(ProbeDefinition Probe, ProbeTarget? Target, IReadOnlyList<ProbeSample> Last);
