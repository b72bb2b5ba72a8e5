using System.Collections.Immutable;

namespace Rollout.Core.Baselines;

/// <summary>What a statement says of services: of those it names, or of all others.</summary>
internal sealed record BaselineService(string State, DateTimeOffset At, ImmutableArray<string> Participants, bool Others);
