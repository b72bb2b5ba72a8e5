using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Rollout.Core.Baselines;

/// <summary>What a statement says of a step: of those it names, or of all others. Assumed where the source does not name the step, or not where in it they are.</summary>
internal sealed record BaselineStep(
    [property: JsonRequired] string Step, [property: JsonRequired] string Status, ImmutableArray<string> Participants, bool Others, bool Assumed);
