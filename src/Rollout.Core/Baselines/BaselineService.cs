using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Rollout.Core.Baselines;

/// <summary>What a statement says of services: of those it names, or of all others.</summary>
internal sealed record BaselineService(
    [property: JsonRequired] string State, [property: JsonRequired] DateTimeOffset At, ImmutableArray<string> Participants, bool Others);
