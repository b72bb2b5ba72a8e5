using System.Collections.Immutable;

namespace Rollout.Core.Baselines;

/// <summary>A published row as the file has it.</summary>
internal sealed record BaselineRow(int Number, int Count, ImmutableArray<string> Provinces, ImmutableArray<string> Codes);
